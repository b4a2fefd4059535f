import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRemoval } from '../../../shared/list/use-removal.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { daysUntil, isOver, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { policyQuery, useZone } from '../../../shared/time/zone.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { CompactDay } from '../../../shared/ui/compact-day.js';
import { ExportLinks } from '../../../shared/downloads/export-links.js';
import { FilterRow } from '../../../shared/ui/filter-row.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import type { PeopleSearch } from '../people-search.js';
import { WorkerChip } from '../workers/worker-chip.js';
import { CREDENTIALS_SHOWN_BY, type Credential, CredentialDialog } from './credential-dialog.js';

const KINDS: readonly LiveKind[] = ['credential', 'worker'];
/** The engine's default, until the tenant's policy is known. */
const SOON_DAYS = 30;

interface CredentialsListProps {
  readonly search: PeopleSearch;
  readonly onChange: (changes: PeopleSearch) => void;
}

/** What people hold: licences, tickets, certificates. */
export function CredentialsList({ search, onChange }: CredentialsListProps): ReactNode {
  const words = text.people.credentials;
  const refused = useRefusal('admin');
  const [edited, setEdited] = useState<Credential | 'new' | null>(null);
  const query = queryOf(search);
  const pages = usePages(['credentials', 'list', query], (page, signal) =>
    engine.listCredentials({ query: { ...query, ...page }, signal }),
  );
  useLiveQueries('credentials', KINDS);
  const removal = useRemoval<Credential>({
    rows: pages.rows,
    shownBy: CREDENTIALS_SHOWN_BY,
    call: (one) => engine.removeCredential({ path: { id: one.id }, header: ifMatch(one) }),
    nameOf,
    words,
  });
  const isFiltered = Object.keys(query).length > 0;
  return (
    <>
      <CredentialFilters search={search} query={query} onChange={onChange}>
        <AddButton refused={refused} onClick={() => setEdited('new')}>
          {words.add}
        </AddButton>
      </CredentialFilters>
      <RecordTable
        className="credentials"
        caption={words.caption}
        columns={[words.name, words.worker, words.expires]}
        acts={text.common.edit}
        pages={pages}
        failed={words.failed}
        empty={
          isFiltered ? <EmptyState title={words.noMatch} /> : <EmptyState title={words.none} help={words.noneHelp} />
        }
      >
        {pages.rows.map((credential) => (
          <CredentialRow key={credential.id} credential={credential}>
            <Button refused={refused} onClick={() => setEdited(credential)}>
              {text.common.edit}
            </Button>
            <Button look="ghost" refused={refused} onClick={() => removal.ask(credential)}>
              {text.common.remove}
            </Button>
          </CredentialRow>
        ))}
      </RecordTable>
      {edited !== null && (
        <CredentialDialog credential={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {removal.dialog}
    </>
  );
}

function nameOf({ name, worker }: Credential): string {
  return `${name}, ${worker.name}`;
}

function queryOf({ q, before, worker }: PeopleSearch) {
  return {
    ...(q === undefined ? {} : { name: q }),
    ...(before === undefined ? {} : { expiresBefore: before }),
    ...(worker === undefined ? {} : { worker }),
  };
}

/** The filters, with the files of what they leave, and further actions. */
function CredentialFilters({
  search: { q, before, worker },
  query,
  onChange,
  children,
}: CredentialsListProps & {
  readonly query: ReturnType<typeof queryOf>;
  readonly children: ReactNode;
}): ReactNode {
  const words = text.people.credentials;
  return (
    <FilterRow
      label={words.filter}
      actions={
        <>
          <ExportLinks
            name={text.people.tabs.credentials}
            csv="/engine/v1/admin/credentials.csv"
            xlsx="/engine/v1/admin/credentials.xlsx"
            query={query}
          />
          {children}
        </>
      }
    >
      <SearchField
        label={words.search}
        help={words.searchHelp}
        value={q}
        onSearch={(value) => onChange({ q: value })}
      />
      <label className="choice">
        {words.before}
        <CompactDay value={before} onChoose={(day) => onChange({ before: day })} />
      </label>
      {worker !== undefined && <WorkerChip worker={worker} onRemove={() => onChange({ worker: undefined })} />}
    </FilterRow>
  );
}

/** A credential with what may be done about it. */
function CredentialRow({
  credential,
  children,
}: {
  readonly credential: Credential;
  readonly children: ReactNode;
}): ReactNode {
  const { name, worker } = credential;
  return (
    <tr>
      <td className="topic" title={name}>
        {name}
      </td>
      <td>
        <Link to="/readiness/$worker" params={{ worker: worker.id }}>
          {worker.name}
        </Link>
      </td>
      <td>
        <Expiry credential={credential} />
      </td>
      <RowActs of={nameOf(credential)}>{children}</RowActs>
    </tr>
  );
}

function Expiry({ credential: { expiresAt } }: { readonly credential: Credential }): ReactNode {
  const words = text.people.credentials;
  const zone = useZone();
  const now = useNow();
  const soonDays = useQuery(policyQuery).data?.expiringWithinDays ?? SOON_DAYS;
  if (expiresAt === null) return <span className="muted">{words.never}</span>;
  const day = shortDay(expiresAt, zone, now);
  if (isOver(expiresAt, zone, now)) return <Mark shape="blocking">{words.expired(day)}</Mark>;
  const isSoon = daysUntil(expiresAt, zone, now) <= soonDays;
  return <Mark shape={isSoon ? 'soon' : 'ready'}>{words.on(day)}</Mark>;
}
