import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { actorText } from '../../../shared/text/actor-text.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { ErrorState, Skeleton } from '../../../shared/ui/states.js';
import { type Draft, lastVersionQuery } from '../draft-data.js';

type Line = Schemas['DiffLineView'];

/** What the last version changed, line by line. */
export function ChangesPart({ draft }: { readonly draft: Draft }): ReactNode {
  const words = text.drafts.one;
  const zone = useZone();
  const now = useNow();
  const { data, error, refetch } = useQuery(lastVersionQuery(draft.id, draft.version));
  if (error !== null) return <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton what={words.changes} rows={4} />;
  if (data === null || data.changes.length === 0) return <p className="muted">{words.noChanges}</p>;
  return (
    <div className="stack">
      <p className="muted">
        {words.byVersion(data.version, actorText(data.actor))}, {shortTime(data.createdAt, zone, now)}
      </p>
      {data.changes.map(({ field, lines }) => (
        <section key={field}>
          <h3 className="mono">{field}</h3>
          <div className="diff">
            {lines.map((line, index) => (
              <p key={index}>
                <DiffLine line={line} />
              </p>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function DiffLine({ line: { kind, text: said } }: { readonly line: Line }): ReactNode {
  if (kind === 'added') return <ins>{said}</ins>;
  if (kind === 'removed') return <del>{said}</del>;
  return <span className="muted">{kind === 'skipped' ? text.drafts.one.skipped : said}</span>;
}
