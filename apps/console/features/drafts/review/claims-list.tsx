import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { GuardedForm } from '../../../shared/ui/guarded-form.js';
import { RowName } from '../../../shared/ui/row-name.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { type Draft, type Lesson, sourcesQuery } from '../draft-data.js';
import { wordsOf } from '../../../shared/ui/edit-form.js';
import type { Save } from './use-save.js';

type Claim = Lesson['claims'][number];
type Needed = Schemas['NeededSource'];

/** The claims of a lesson. For a claim without a source, a person enters one or removes the claim. */
export function ClaimsList({
  draft,
  lesson,
  save,
  onChange,
}: {
  readonly draft: Draft;
  readonly lesson: Lesson;
  readonly save: Save;
  readonly onChange: (claims: Claim[], said: string) => void;
}): ReactNode {
  const words = text.drafts.one;
  const { data } = useQuery(sourcesQuery(draft.id));
  const nearest = (claim: Claim): Needed['nearest'] =>
    data?.needed.find((one) => one.lessonId === lesson.id && one.claim === claim.text)?.nearest ?? null;
  const keys = keysOf(lesson.claims);
  const set = (index: number, source: Claim['source']): void =>
    onChange(
      lesson.claims.map((claim, at) => (at === index ? { ...claim, source } : claim)),
      words.sourced,
    );
  return (
    <section className="sec">
      <SectionHead title={words.claims} help={words.claimsHelp} />
      {lesson.claims.length === 0 && <p className="muted">{words.noClaims}</p>}
      {save.error !== null && <FieldError>{save.error}</FieldError>}
      <ul className="claims">
        {lesson.claims.map((claim, index) => (
          <li key={keys[index]} className={claim.source === null ? 'note blocking' : 'note'}>
            <RowName value={claim.text}>
              <ClaimLine
                claim={claim}
                nearest={nearest(claim)}
                save={save}
                onSource={(source) => set(index, source)}
                onStrike={() =>
                  onChange(
                    lesson.claims.filter((_, at) => at !== index),
                    words.struck,
                  )
                }
              />
            </RowName>
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * A claim with another source is another one: the field in which it was entered closes. It stays open if somebody else
 * removes a claim before it.
 */
function keysOf(claims: readonly Claim[]): string[] {
  const counts = new Map<string, number>();
  return claims.map(({ text: claimed, source }) => {
    const content = JSON.stringify([claimed, source]);
    const count = counts.get(content) ?? 0;
    counts.set(content, count + 1);
    return `${content} ${count}`;
  });
}

function ClaimLine({
  claim,
  nearest,
  save: { refused, busy },
  onSource,
  onStrike,
}: {
  readonly claim: Claim;
  readonly nearest: Needed['nearest'];
  readonly save: Save;
  readonly onSource: (source: Claim['source']) => void;
  readonly onStrike: () => void;
}): ReactNode {
  const words = text.drafts.one;
  const [isGiving, setGiving] = useState(false);
  const { source } = claim;
  return (
    <div className="claim-line">
      <p>{claim.text}</p>
      {source === null ? (
        <p>
          <Mark shape="blocking">{words.needsSource}</Mark>
        </p>
      ) : (
        <p className="faint">{typeof source === 'string' ? source : source.text}</p>
      )}
      {source === null && nearest !== null && (
        <p className="muted">{words.nearest(`${nearest.title}, ${nearest.section}: “${nearest.text}”`)}</p>
      )}
      {isGiving ? (
        <SourceForm claim={claim} busy={busy} onSource={onSource} onCancel={() => setGiving(false)} />
      ) : (
        <div className="bar">
          {source === null && nearest !== null && (
            <Button
              refused={refused}
              busy={busy}
              onClick={() => {
                const { documentId, passageId, title } = nearest;
                onSource({ documentId, passageId, text: title });
              }}
            >
              {words.takeNearest}
            </Button>
          )}
          <Button refused={refused} onClick={() => setGiving(true)}>
            {words.give}
          </Button>
          <Button look="ghost" refused={refused} busy={busy} onClick={onStrike}>
            {words.strike}
          </Button>
        </div>
      )}
    </div>
  );
}

function SourceForm({
  claim: { text: claimed, source },
  busy,
  onSource,
  onCancel,
}: {
  readonly claim: Claim;
  readonly busy: boolean;
  readonly onSource: (source: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const words = text.drafts.one;
  const submit = (form: FormData): void => {
    const given = wordsOf(form, 'source').trim();
    if (given !== '') onSource(given);
  };
  return (
    <GuardedForm className="bar" onSave={submit}>
      <input
        className="in grow"
        name="source"
        maxLength={1_000}
        required
        aria-label={words.sourceLabel(claimed)}
        defaultValue={typeof source === 'string' ? source : ''}
      />
      <Button type="submit" look="primary" busy={busy}>
        {words.setSource}
      </Button>
      <Button onClick={onCancel}>{text.common.cancel}</Button>
    </GuardedForm>
  );
}
