import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRemoval } from '../../../shared/list/use-removal.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { FilterRow } from '../../../shared/ui/filter-row.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import type { PeopleSearch } from '../people-search.js';
import { MembersDialog } from './members-dialog.js';
import { CALLS, type Kind, NAMES_SHOWN_BY, NameDialog, type Named } from './name-dialog.js';

/** Changes of the names, and of the number of people behind each. */
const KINDS: Readonly<Record<Kind, readonly LiveKind[]>> = { sites: ['site', 'worker'], groups: ['group', 'worker'] };

interface NamesListProps {
  readonly kind: Kind;
  readonly search: PeopleSearch;
  readonly onChange: (changes: PeopleSearch) => void;
}

/** Sites or groups, which are known by their names. */
export function NamesList({ kind, search: { q }, onChange }: NamesListProps): ReactNode {
  const words = text.people[kind];
  const refused = useRefusal('admin');
  const [edited, setEdited] = useState<Named | 'new' | null>(null);
  const [members, setMembers] = useState<Named | null>(null);
  const query = q === undefined ? {} : { q };
  const pages = usePages<Named>([kind, 'list', query], (page, signal) =>
    CALLS[kind].list({ query: { ...query, ...page }, signal }),
  );
  useLiveQueries(kind, KINDS[kind]);
  const removal = useRemoval<Named>({
    rows: pages.rows,
    shownBy: NAMES_SHOWN_BY,
    call: (one) => CALLS[kind].remove({ path: { id: one.id }, header: ifMatch(one) }),
    nameOf: ({ name }) => name,
    words,
  });
  return (
    <>
      <FilterRow
        label={words.filter}
        actions={
          <AddButton refused={refused} onClick={() => setEdited('new')}>
            {words.add}
          </AddButton>
        }
      >
        <SearchField label={words.search} value={q} onSearch={(value) => onChange({ q: value })} />
      </FilterRow>
      <RecordTable
        className="names"
        caption={words.caption}
        columns={[words.name, { name: words.people, className: 'r' }]}
        acts={text.common.edit}
        pages={pages}
        failed={words.failed}
        isFiltered={q !== undefined}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((one) => (
          <NameRow key={one.id} kind={kind} named={one}>
            {kind === 'groups' && (
              <Button refused={refused} onClick={() => setMembers(one)}>
                {text.people.members.title}
              </Button>
            )}
            <Button refused={refused} onClick={() => setEdited(one)}>
              {words.rename}
            </Button>
            <Button
              look="ghost"
              refused={refused ?? (one.workers > 0 ? words.removeHelp : null)}
              onClick={() => removal.ask(one)}
            >
              {text.common.remove}
            </Button>
          </NameRow>
        ))}
      </RecordTable>
      {edited !== null && (
        <NameDialog kind={kind} named={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {members !== null && <MembersDialog group={members} onClose={() => setMembers(null)} />}
      {removal.dialog}
    </>
  );
}

/** A site or a group with what may be done about it. */
function NameRow({
  kind,
  named: { name, aliases = [], workers },
  children,
}: {
  readonly kind: Kind;
  readonly named: Named;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <tr>
      <td title={[name, ...aliases].join(', ')}>
        <span className="topic">{name}</span>
        {aliases.length > 0 && <span className="why">{text.people.sites.also(aliases.join(', '))}</span>}
      </td>
      <td className="r">
        <Link to="/people" search={kind === 'sites' ? { site: name } : { group: name }}>
          {text.common.people(workers)}
        </Link>
      </td>
      <RowActs of={name}>{children}</RowActs>
    </tr>
  );
}
