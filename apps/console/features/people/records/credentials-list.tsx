import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRemoval } from '../../../shared/list/use-removal.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { WorkerPicker, keysOf } from '../../../shared/pickers/worker-picker.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { dayOf, daysUntil, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { CompactDay } from '../../../shared/ui/compact-day.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { ExportLinks } from '../../../shared/downloads/export-links.js';
import { FilterRow } from '../../../shared/ui/filter-row.js';
import { Mark } from '../../../shared/ui/glyph.js';
import type { Option } from '../../../shared/ui/search-select.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { PeopleSearch } from '../people-search.js';
import { WorkerChip } from '../workers/worker-chip.js';

type Credential = Schemas['CredentialView'];

const SHOWN_BY = [['credentials'], ['readiness']];
const KINDS: readonly LiveKind[] = ['credential', 'worker'];
const SOON_DAYS = 30;

interface CredentialsListProps {
  readonly search: PeopleSearch;
  readonly onChange: (changes: PeopleSearch) => void;
}

/** What people hold: licences, tickets, certificates. */
export function CredentialsList({ search: { q, before, worker: person }, onChange }: CredentialsListProps): ReactNode {
  const words = text.people.credentials;
  const refused = useRefusal('admin');
  const [edited, setEdited] = useState<Credential | 'new' | null>(null);
  const query = {
    ...(q === undefined ? {} : { name: q }),
    ...(before === undefined ? {} : { expiresBefore: before }),
    ...(person === undefined ? {} : { worker: person }),
  };
  const pages = usePages(['credentials', 'list', query], (page, signal) =>
    engine.listCredentials({ query: { ...query, ...page }, signal }),
  );
  useLiveQueries('credentials', KINDS);
  const removal = useRemoval<Credential>({
    shownBy: SHOWN_BY,
    call: (one) => engine.removeCredential({ path: { id: one.id }, header: ifMatch(one) }),
    nameOf: ({ name, worker }) => `${name}, ${worker.name}`,
    words,
  });
  const isFiltered = Object.keys(query).length > 0;
  return (
    <>
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
            <AddButton refused={refused} onClick={() => setEdited('new')}>
              {words.add}
            </AddButton>
          </>
        }
      >
        <SearchField label={words.search} value={q} onSearch={(value) => onChange({ q: value })} />
        <label className="choice">
          {words.before}
          <CompactDay value={before} onChoose={(day) => onChange({ before: day })} />
        </label>
        {person !== undefined && <WorkerChip worker={person} onRemove={() => onChange({ worker: undefined })} />}
      </FilterRow>
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
      <RowActs>{children}</RowActs>
    </tr>
  );
}

function Expiry({ credential: { expiresAt } }: { readonly credential: Credential }): ReactNode {
  const words = text.people.credentials;
  const zone = useZone();
  const now = useNow();
  if (expiresAt === null) return <span className="muted">{words.never}</span>;
  const day = shortDay(expiresAt, zone, now);
  const days = daysUntil(expiresAt, zone, now);
  if (days < 0) return <Mark shape="blocking">{words.expired(day)}</Mark>;
  return days <= SOON_DAYS ? <Mark shape="soon">{words.on(day)}</Mark> : <Mark shape="ready">{words.on(day)}</Mark>;
}

function CredentialDialog({
  credential,
  onClose,
}: {
  readonly credential: Credential | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people.credentials;
  const zone = useZone();
  const keys = useDecisionKeys();
  const [worker, setWorker] = useState<Option | null>(null);
  const [name, setName] = useState(credential?.name ?? '');
  const stored = credential?.expiresAt ?? null;
  const day = stored === null ? '' : dayOf(stored, zone);
  const [expires, setExpires] = useState(day);
  const save = useChange(
    SHOWN_BY,
    async () => {
      // One that ends at an instant keeps it, unless another day is chosen.
      const body = { name: name.trim(), ...(expires === day ? {} : { expiresAt: expires === '' ? null : expires }) };
      if (credential !== null)
        await engine.changeCredential({ path: { id: credential.id }, header: ifMatch(credential), body });
      else if (worker !== null) {
        const created = { ...body, ...(await keysOf(worker)) };
        await engine.createCredential({ header: keys.of(created), body: created });
      }
    },
    words.saved,
  );
  const isComplete = name.trim() !== '' && (credential !== null || worker !== null);
  return (
    <DecisionDialog
      title={credential === null ? words.add : words.editTitle}
      sub={credential?.worker.name}
      button={credential === null ? words.add : text.common.save}
      refused={isComplete ? null : words.needed}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      {credential === null && <WorkerPicker chosen={worker} onChoose={setWorker} />}
      <TextField
        label={words.name}
        name="name"
        maxLength={255}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <DayField label={words.expires} help={words.expiresHelp} name="expiresAt" day={expires} onChoose={setExpires} />
    </DecisionDialog>
  );
}
