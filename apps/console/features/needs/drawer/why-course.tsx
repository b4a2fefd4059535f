import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { Button } from '../../../shared/ui/button.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import type { NeedDetail } from '../data/need-detail.js';

/** The recommendation and its evidence, as the matching gave it. */
export function WhyCourse({
  need,
  refused,
  onAnother,
}: {
  readonly need: NeedDetail;
  readonly refused: string | null;
  readonly onAnother: () => void;
}): ReactNode {
  const words = text.needs.drawer;
  const { kind, title, score, evidence } = need.recommendation;
  const now = useNow();
  const draft = need.authoring?.draftId ?? null;
  const blockedUntil = need.authoring?.resetsAt ?? null;
  if (kind === 'pending')
    return (
      <section className="sec">
        <h3>{words.why}</h3>
        <p className="cellrow muted">
          <Glyph shape="pending" /> {words.pendingHelp}
        </p>
      </section>
    );
  return (
    <section className="sec">
      <h3>{kind === 'course' ? words.why : words.whyAuthor}</h3>
      <div className="panel">
        <div className="pad course">
          <span>
            <b>{kind === 'course' ? title : text.needs.authorOne}</b>
            <br />
            <span className="faint num">{score === null ? words.authorHelp : words.score(score.toFixed(2))}</span>
            {blockedUntil !== null && (
              <span className="faint"> {words.awaitsPlan(shortDay(blockedUntil, 'UTC', now))}</span>
            )}
          </span>
          <span className="bar">
            {draft !== null && (
              <Link className="btn" to="/drafts/$draft" params={{ draft }}>
                {words.openDraft}
              </Link>
            )}
            <Button refused={refused} onClick={onAnother}>
              {words.another}
            </Button>
          </span>
        </div>
        {evidence.length > 0 && <Evidence reasons={evidence} isFor={kind === 'course'} />}
      </div>
    </section>
  );
}

/** What the topic and the course do not have in common, in the words of the matching. */
const AGAINST = /^(?:missing: |another |excluded: |the course (?:adds|is|names) )| is not /;

/** @param isFor whether a course is recommended; without one all reasons are against the closest */
function Evidence({ reasons, isFor }: { readonly reasons: readonly string[]; readonly isFor: boolean }): ReactNode {
  return (
    <div className="pad">
      <ul className="ev">
        {reasons.map((reason) => (
          <li key={reason}>
            {isFor && !AGAINST.test(reason) ? <Check className="i s" aria-hidden="true" /> : <Glyph shape="low" />}
            <span>{sentence(reason)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The matching gives its reasons as parts of sentences. */
export function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
