import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowRight, Info } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import type { Schemas } from '#client';
import { afterTyping } from '../../shared/api/after-typing.js';
import { engine } from '../../shared/api/engine.js';
import { problemText } from '../../shared/text/problem-text.js';
import { useKeys } from '../../shared/keys/use-keys.js';
import { text } from '../../shared/text/text.js';
import { shortDay } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Button } from '../../shared/ui/button.js';
import { FieldError } from '../../shared/ui/text-field.js';
import type { Edited } from './edits.js';
import { SeverityMark } from '../../shared/ui/severity-mark.js';

type Preview = Schemas['SignalMapPreview'];

const KINDS = ['changed', 'added', 'removed', 'unchanged'] as const;
const DAYS = 30;

interface PreviewPanelProps {
  readonly edited: Edited;
  readonly changes: number;
  readonly error: string | null;
  /** Somebody else saved meanwhile. */
  readonly isStale: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onKeepBoth: () => void;
}

/** What the last 30 days would have become with the edited map, before it is saved. */
export function PreviewPanel({
  edited,
  changes,
  error,
  isStale,
  busy,
  onSave,
  onDiscard,
  onKeepBoth,
}: PreviewPanelProps): ReactNode {
  const words = text.automation.preview;
  const preview = usePreview(edited);
  useKeys({ 'Control+s': onSave });
  return (
    <aside className="drawer preview" aria-label={words.label}>
      <div className="drawer-top">
        <span className="strong">{words.title}</span>
        <span className="grow" />
        <span className="faint">{words.changes(changes)}</span>
      </div>
      <div
        className="drawer-body scroll"
        tabIndex={0}
        role="region"
        aria-label={words.title}
        aria-busy={preview.isFetching}
      >
        {isStale && (
          <div className="note soon" role="alert">
            <span>{words.stale}</span>
            <Button onClick={onKeepBoth}>{words.rebase}</Button>
          </div>
        )}
        {error !== null && <FieldError>{error}</FieldError>}
        {preview.error !== null && <FieldError>{problemText(preview.error).what}</FieldError>}
        {preview.data === undefined && preview.error === null && <p className="muted">{words.counting}</p>}
        {preview.data !== undefined && <Result preview={preview.data} />}
        <p className="note preview-note">
          <Info className="i" aria-hidden="true" />
          <span className="muted">{words.note}</span>
        </p>
      </div>
      <div className="drawer-foot">
        <Button size="form" onClick={onDiscard}>
          {words.discard}
        </Button>
        <span className="grow" />
        <Button size="form" look="primary" hint="Ctrl S" busy={busy} onClick={onSave}>
          {words.save(changes)}
        </Button>
      </div>
    </aside>
  );
}

function usePreview(edited: Edited) {
  const map = useDeferredValue(edited.map);
  return useQuery({
    queryKey: ['signal-map-preview', map],
    queryFn: async ({ signal }) => {
      await afterTyping(signal);
      return engine.previewSignalMap({ body: { map: { ...map }, days: DAYS, limit: 20 }, signal });
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}

function Result({ preview }: { readonly preview: Preview }): ReactNode {
  const words = text.automation.preview;
  const zone = useZone();
  const now = useNow();
  return (
    <>
      <p className="muted">
        {words.intro(preview.signals, shortDay(preview.since, zone, now))} {!preview.complete && words.partly}
      </p>
      <table className="tbl inset result">
        <caption className="sr">{words.caption}</caption>
        <tbody>
          {KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words.kinds[kind]}</th>
              <td className="r strong">{text.needs.count(preview[kind])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(['changed', 'added', 'removed'] as const).map((kind) => (
        <Items
          key={kind}
          kind={kind}
          count={preview[kind]}
          items={preview.items.filter(({ change }) => change === kind)}
        />
      ))}
    </>
  );
}

function Items({
  kind,
  count,
  items,
}: {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly count: number;
  readonly items: Preview['items'];
}): ReactNode {
  const words = text.automation.preview;
  if (count === 0) return null;
  return (
    <section className="sec">
      <h3>
        {words.kinds[kind]} <span className="faint">{text.needs.count(count)}</span>
      </h3>
      <ul className="hist">
        {items.map(({ signalId, type, before, after, email, externalWorkerId, learnerId, site }) => (
          <li key={signalId}>
            <span>
              <b>{(after ?? before)?.topic ?? words.noTopic}</b>,{' '}
              {email ?? externalWorkerId ?? learnerId ?? site ?? text.needs.everyone}
              <span className="cellrow">
                {before !== null && <SeverityMark severity={before.severity} />}
                {before !== null && after !== null && (
                  <>
                    <span className="sr">{words.becomes}</span>
                    <ArrowRight className="i s" aria-hidden="true" />
                  </>
                )}
                {after !== null && <SeverityMark severity={after.severity} />}
              </span>
            </span>
            <span className="faint mono">{type}</span>
          </li>
        ))}
      </ul>
      {count > items.length && <p className="faint">{text.common.more(count - items.length)}</p>}
    </section>
  );
}
