import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { ListBody } from '../../../shared/list/list-body.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { PeopleSearch } from '../people-search.js';

type Kind = 'sites' | 'groups';
/** Sites also have other names, by which signals and imports reach them. */
type Named = Schemas['GroupView'] & Partial<Pick<Schemas['SiteView'], 'aliases'>>;

const SHOWN_BY = [['sites'], ['groups'], ['workers'], ['readiness'], ['needs']];

const CALLS = {
  sites: { list: engine.listSites, create: engine.createSite, rename: engine.renameSite, remove: engine.removeSite },
  groups: {
    list: engine.listGroups,
    create: engine.createGroup,
    rename: engine.renameGroup,
    remove: engine.removeGroup,
  },
} as const;

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
  const [removed, setRemoved] = useState<Named | null>(null);
  const query = q === undefined ? {} : { q };
  const pages = usePages<Named>([kind, 'list', query], (page, signal) =>
    CALLS[kind].list({ query: { ...query, ...page }, signal }),
  );
  const remove = useChange(
    SHOWN_BY,
    (one: Named) => CALLS[kind].remove({ path: { id: one.id }, header: ifMatch(one) }),
    words.removed,
  );
  return (
    <>
      <div className="filters wrap" role="group" aria-label={words.filter}>
        <SearchField label={words.search} value={q} onSearch={(value) => onChange({ q: value })} />
        <span className="right">
          <Button refused={refused} onClick={() => setEdited('new')}>
            <Plus className="i s" aria-hidden="true" />
            {words.add}
          </Button>
        </span>
      </div>
      <ListBody
        name={words.caption}
        pages={pages}
        failed={words.failed}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        <table className="tbl rows names">
          <caption className="sr">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" className="r">
                {words.people}
              </th>
              <th scope="col">
                <span className="sr">{text.common.edit}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {pages.rows.map((one) => (
              <tr key={one.id}>
                <td title={[one.name, ...(one.aliases ?? [])].join(', ')}>
                  <span className="topic">{one.name}</span>
                  {one.aliases !== undefined && one.aliases.length > 0 && (
                    <span className="why">{text.people.sites.also(one.aliases.join(', '))}</span>
                  )}
                </td>
                <td className="r">
                  <Link to="/people" search={kind === 'sites' ? { site: one.name } : { group: one.name }}>
                    {text.common.people(one.workers)}
                  </Link>
                </td>
                <RowActs>
                  <Button refused={refused} onClick={() => setEdited(one)}>
                    {words.rename}
                  </Button>
                  <Button look="ghost" refused={refused} onClick={() => setRemoved(one)}>
                    {text.common.remove}
                  </Button>
                </RowActs>
              </tr>
            ))}
          </tbody>
        </table>
      </ListBody>
      {edited !== null && (
        <NameDialog kind={kind} named={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {removed !== null && (
        <ConfirmDialog
          title={words.removeTitle}
          sub={removed.name}
          button={text.common.remove}
          help={words.removeHelp}
          onDo={() => remove.runInDialog(removed)}
          onClose={() => setRemoved(null)}
        />
      )}
    </>
  );
}

function NameDialog({
  kind,
  named,
  onClose,
}: {
  readonly kind: Kind;
  readonly named: Named | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people[kind];
  const [key] = useState(decisionKey);
  const [name, setName] = useState(named?.name ?? '');
  const [aliases, setAliases] = useState(named?.aliases?.join(', ') ?? '');
  const save = useChange(
    SHOWN_BY,
    () => {
      const body = {
        name: name.trim(),
        ...(kind === 'sites' && aliases !== (named?.aliases?.join(', ') ?? '') ? { aliases: namesIn(aliases) } : {}),
      };
      return named === null
        ? CALLS[kind].create({ header: key, body })
        : CALLS[kind].rename({ path: { id: named.id }, header: ifMatch(named), body });
    },
    words.saved,
  );
  return (
    <DecisionDialog
      title={named === null ? words.add : words.rename}
      sub={named === null ? undefined : words.renameHelp}
      button={named === null ? words.add : text.common.save}
      refused={name.trim() === '' ? words.nameNeeded : null}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      <TextField label={words.name} maxLength={255} value={name} onChange={({ target }) => setName(target.value)} />
      {kind === 'sites' && (
        <TextField
          label={text.people.sites.aliases}
          help={text.people.sites.aliasesHelp}
          value={aliases}
          onChange={({ target }) => setAliases(target.value)}
        />
      )}
    </DecisionDialog>
  );
}

/** The names of a text that separates them by commas. */
function namesIn(given: string): string[] {
  return given
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
