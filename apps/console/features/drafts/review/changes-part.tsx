import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { actorText } from '../../../shared/text/actor-text.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { CompactSelect } from '../../../shared/ui/compact-select.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { type Draft, versionQuery, versionsQuery } from '../draft-data.js';
import { fieldText } from './field-text.js';

type Line = Schemas['DiffLineView'];

/** What a version changed, line by line: the last one, or an earlier one. */
export function ChangesPart({ draft }: { readonly draft: Draft }): ReactNode {
  const words = text.drafts.one;
  const [chosen, setChosen] = useState<number | null>(null);
  const query = useQuery(versionsQuery(draft.id, draft.version));
  const { data } = query;
  if (query.error !== null || data === undefined)
    return <QueryState query={query} what={words.changes} failed={words.failed} rows={4} />;
  const version = chosen ?? data.items[0]?.version;
  if (version === undefined) return <p className="muted">{words.noChanges}</p>;
  return (
    <div className="stack">
      <CompactSelect
        className="version"
        label={words.version}
        value={String(version)}
        options={data.items.map((one) => [String(one.version), words.byVersion(one.version, actorText(one.actor))])}
        onChoose={(one) => setChosen(Number(one))}
      />
      <VersionChanges key={version} id={draft.id} version={version} />
    </div>
  );
}

function VersionChanges({ id, version }: { readonly id: string; readonly version: number }): ReactNode {
  const words = text.drafts.one;
  const zone = useZone();
  const now = useNow();
  const query = useQuery(versionQuery(id, version));
  const { data } = query;
  if (query.error !== null || data === undefined)
    return <QueryState query={query} what={words.changes} failed={words.failed} rows={4} />;
  return (
    <>
      <p className="muted">{shortTime(data.createdAt, zone, now)}</p>
      {data.changes.length === 0 && <p className="muted">{version === 1 ? words.firstVersion : words.noChanges}</p>}
      {data.changes.map(({ field, lines }) => (
        <section key={field}>
          <h3>{fieldText(field, data)}</h3>
          <div className="diff">
            {lines.map((line, index) => (
              <p key={index}>
                <DiffLine line={line} />
              </p>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function DiffLine({ line: { kind, text: said } }: { readonly line: Line }): ReactNode {
  if (kind === 'added') return <ins>{said}</ins>;
  if (kind === 'removed') return <del>{said}</del>;
  return <span className="muted">{kind === 'skipped' ? text.drafts.one.skipped : said}</span>;
}
