import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../shared/api/engine.js';
import { ColumnHeads } from '../../shared/list/column-heads.js';
import { ListBody } from '../../shared/list/list-body.js';
import { usePages } from '../../shared/list/use-pages.js';
import { useRefusal } from '../../shared/session/session.js';
import { actorText } from '../../shared/text/actor-text.js';
import { text } from '../../shared/text/text.js';
import { shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Button } from '../../shared/ui/button.js';
import { ExportLinks } from '../../shared/downloads/export-links.js';
import { PageTop } from '../../shared/page/page-top.js';
import { EmptyState } from '../../shared/ui/states.js';
import { AuditFilters } from './audit-filters.js';
import { type AuditSearch, filtersOf } from './audit-search.js';

type Entry = Schemas['AuditEntryView'];

/** Who did what, when, and what it changed. Only admins read it. */
export function AuditPage(): ReactNode {
  const refused = useRefusal('admin');
  if (refused === null) return <AuditLog />;
  return (
    <>
      <PageTop title={text.audit.title} />
      <EmptyState title={refused} />
    </>
  );
}

function AuditLog(): ReactNode {
  const words = text.audit;
  const search = useSearch({ from: '/signed-in/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const query = filtersOf(search, useZone());
  const pages = usePages(['audit', query], (page, signal) =>
    engine.listAudit({ query: { ...query, ...page }, signal }),
  );
  const change = (changes: AuditSearch): void =>
    void navigate({ to: '/audit', search: (before) => ({ ...before, ...changes }), replace: true });
  return (
    <>
      <PageTop title={words.title}>
        <ExportLinks
          name={words.title}
          csv="/engine/v1/admin/audit.csv"
          xlsx="/engine/v1/admin/audit.xlsx"
          query={query}
        />
      </PageTop>
      <AuditFilters search={search} onChange={change} />
      <ListBody inset name={words.body} pages={pages} failed={words.failed} empty={<EmptyState title={words.none} />}>
        <ul className="audit" aria-label={words.caption}>
          {pages.rows.map((entry) => (
            <AuditEntry key={entry.id} entry={entry} onChange={change} />
          ))}
        </ul>
      </ListBody>
    </>
  );
}

function AuditEntry({
  entry: { at, actor, action, subject, before, after },
  onChange,
}: {
  readonly entry: Entry;
  readonly onChange: (changes: AuditSearch) => void;
}): ReactNode {
  const words = text.audit;
  const zone = useZone();
  const now = useNow();
  const fields = fieldsOf(before, after);
  return (
    <li>
      <details>
        <summary>
          <time dateTime={at} className="num faint">
            {shortTime(at, zone, now)}
          </time>
          <span className="medium">{actorText(actor)}</span>
          <span title={action}>{words.acted(action)}</span>
          <span className="mono faint audit-subject">{subject.id}</span>
        </summary>
        <div className="audit-detail">
          <div className="bar">
            <Button onClick={() => onChange({ subject: subject.id })}>
              {words.subject}: <span className="mono">{subject.id}</span>
            </Button>
            <Button onClick={() => onChange({ actor })}>
              {words.actor}: {actor}
            </Button>
            <Button onClick={() => onChange({ action })}>
              {words.action}: {action}
            </Button>
          </div>
          {fields.length === 0 ? (
            <p className="muted">{words.noFields}</p>
          ) : (
            <table className="tbl inset">
              <thead>
                <tr>
                  <ColumnHeads columns={[words.field, words.before, words.after]} />
                </tr>
              </thead>
              <tbody>
                {fields.map(({ name, was, is }) => (
                  <tr key={name}>
                    <th scope="row" className="mono">
                      {name}
                    </th>
                    <td>{was}</td>
                    <td>{is}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </details>
    </li>
  );
}

/** The changed fields, each with its values in words. */
function fieldsOf(
  before: object | null,
  after: object | null,
): ReadonlyArray<{ readonly name: string; readonly was: string; readonly is: string }> {
  const was = new Map(Object.entries(before ?? {}));
  const is = new Map(Object.entries(after ?? {}));
  return [...new Set([...was.keys(), ...is.keys()])].map((name) => ({
    name,
    was: shown(was.get(name)),
    is: shown(is.get(name)),
  }));
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
