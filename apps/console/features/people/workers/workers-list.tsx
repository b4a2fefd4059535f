import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { ExportLinks } from '../../../shared/downloads/export-links.js';
import { CheckField } from '../../../shared/ui/check-field.js';
import { Filters } from '../../../shared/ui/filters.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import type { PeopleSearch } from '../people-search.js';
import type { Worker } from './worker.js';
import { RemoveWorkerDialog } from './remove-worker-dialog.js';
import { WorkerDialog } from './worker-dialog.js';

/** Changes of what a row shows. */
const KINDS: readonly LiveKind[] = ['worker', 'site', 'group'];

interface WorkersListProps {
  readonly search: PeopleSearch;
  readonly onChange: (changes: PeopleSearch) => void;
}

/** Everybody who works here, or has left. */
export function WorkersList({ search, onChange }: WorkersListProps): ReactNode {
  const { q, site, group, left } = search;
  const words = text.people.workers;
  const refused = useRefusal('admin');
  const [removed, setRemoved] = useState<Worker | null>(null);
  const [edited, setEdited] = useState<Worker | 'new' | null>(null);
  const filters = {
    ...(q === undefined ? {} : { q }),
    ...(site === undefined ? {} : { site }),
    ...(group === undefined ? {} : { group }),
  };
  const query = { ...filters, active: left === true ? ('false' as const) : ('true' as const) };
  const pages = usePages(['workers', 'list', query], (page, signal) =>
    engine.listWorkers({ query: { ...query, ...page }, signal }),
  );
  useLiveQueries('workers', KINDS);
  const isFiltered = Object.keys(filters).length > 0 || left === true;
  return (
    <>
      <WorkerFilters search={search} onChange={onChange}>
        <ExportLinks
          name={text.people.tabs.workers}
          csv="/engine/v1/admin/workers.csv"
          xlsx="/engine/v1/admin/workers.xlsx"
          query={query}
        />
        <AddButton refused={refused} onClick={() => setEdited('new')}>
          {words.add}
        </AddButton>
      </WorkerFilters>
      <RecordTable
        className="workers"
        caption={words.caption}
        columns={[words.fields.name, words.site, words.fields.role, words.groups, words.keys]}
        acts={text.common.edit}
        pages={pages}
        failed={words.failed}
        empty={isFiltered ? <EmptyState title={words.noMatch} /> : <NoWorkers />}
      >
        {pages.rows.map((worker) => (
          <WorkerRow
            key={worker.id}
            worker={worker}
            refused={refused}
            onEdit={() => setEdited(worker)}
            onRemove={() => setRemoved(worker)}
          />
        ))}
      </RecordTable>
      {removed !== null && (
        <RemoveWorkerDialog
          opened={removed}
          latest={pages.rows.find(({ id }) => id === removed.id)}
          onClose={() => setRemoved(null)}
        />
      )}
      {edited !== null && <WorkerDialog worker={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** The filters of the list. @param children further actions of the list */
function WorkerFilters({
  search: { q, site, group, left },
  onChange,
  children,
}: WorkersListProps & { readonly children: ReactNode }): ReactNode {
  const words = text.people.workers;
  const values = [q, site, group, left === true ? left : undefined];
  return (
    <Filters
      label={words.filter}
      set={values.filter((value) => value !== undefined).length}
      onClear={() => onChange({ q: undefined, site: undefined, group: undefined, left: undefined })}
      actions={children}
    >
      <SearchField label={words.search} value={q} onSearch={(value) => onChange({ q: value })} />
      <SearchField
        label={words.site}
        help={words.siteHelp}
        value={site}
        onSearch={(value) => onChange({ site: value })}
      />
      <SearchField
        label={words.group}
        help={words.groupHelp}
        value={group}
        onSearch={(value) => onChange({ group: value })}
      />
      <CheckField isChecked={left === true} onCheck={(checked) => onChange({ left: checked ? true : undefined })}>
        {words.left}
      </CheckField>
    </Filters>
  );
}

/** Instead of the list of a tenant without people: leads to their import. */
function NoWorkers(): ReactNode {
  const words = text.people.workers;
  return (
    <EmptyState title={words.none} help={words.noneHelp}>
      <Link className="btn" to="/people/import/$kind" params={{ kind: 'workers' }}>
        {text.people.import.open}
      </Link>
    </EmptyState>
  );
}

function WorkerRow({
  worker: { id, name, site, role, groups, externalWorkerId, email, learnerId, active },
  refused,
  onEdit,
  onRemove,
}: {
  readonly worker: Worker;
  readonly refused: string | null;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  const keys = [externalWorkerId, email, learnerId].filter((key) => key !== null).join(' · ');
  return (
    <tr>
      <td title={name}>
        <Link className="topic" to="/readiness/$worker" params={{ worker: id }}>
          {name}
        </Link>
        {!active && (
          <span className="why">
            <Mark shape="waived">{text.people.workers.hasLeft}</Mark>
          </span>
        )}
      </td>
      <td title={site ?? ''}>{site}</td>
      <td title={role ?? ''}>{role}</td>
      <td className="muted" title={groups.join(', ')}>
        {groups.join(', ')}
      </td>
      <td className="mono muted" title={keys}>
        {keys}
      </td>
      <RowActs of={name}>
        <Button refused={refused} onClick={onEdit}>
          {text.common.edit}
        </Button>
        <Button look="ghost" refused={refused} onClick={onRemove}>
          {text.common.remove}
        </Button>
      </RowActs>
    </tr>
  );
}
