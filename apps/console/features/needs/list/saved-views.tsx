import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookmarkPlus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { type NeedsSearch, needsSearch } from '../search/needs-search.js';

type View = Schemas['ViewView'];

const KEY = ['views', 'needs'];
const SHOWN_BY = [KEY];

/** The views that the person saved, and those that others share: filters with a name. */
export function SavedViews({ search }: { readonly search: NeedsSearch }): ReactNode {
  const words = text.needs.savedViews;
  const [removed, setRemoved] = useState<View | null>(null);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => engine.listViews({ query: { page: 'needs', limit: 100 }, signal }),
  });
  const remove = useChange(
    SHOWN_BY,
    (view: View) => engine.removeView({ path: { id: view.id }, header: ifMatch(view) }),
    words.removed,
  );
  const current = queryOf(search);
  return (
    <>
      {data?.items.map((view) => {
        const isCurrent = queryOf(searchOf(view)) === current;
        return (
          <span key={view.id} className="saved-view">
            <Link
              to="/needs"
              search={searchOf(view)}
              activeOptions={{ exact: true }}
              aria-current={isCurrent ? 'page' : undefined}
              title={view.shared ? words.sharedBy(view.createdBy) : undefined}
            >
              {view.name}
            </Link>
            {isCurrent && view.own && (
              <Button look="ghost" icon aria-label={words.removeOf(view.name)} onClick={() => setRemoved(view)}>
                <X className="i s" aria-hidden="true" />
              </Button>
            )}
          </span>
        );
      })}
      {removed !== null && (
        <ConfirmDialog
          title={words.removeTitle}
          sub={removed.name}
          button={text.common.remove}
          help={removed.shared ? words.removeShared : words.removeHelp}
          onDo={() => remove.runInDialog(removed)}
          onClose={() => setRemoved(null)}
        />
      )}
    </>
  );
}

/** Gives the filters of the page a name. */
export function SaveView({ search }: { readonly search: NeedsSearch }): ReactNode {
  const words = text.needs.savedViews;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="ghost" onClick={() => setOpen(true)}>
        <BookmarkPlus className="i s" aria-hidden="true" />
        {words.save}
      </Button>
      {isOpen && <SaveViewDialog search={search} onClose={() => setOpen(false)} />}
    </>
  );
}

function SaveViewDialog({
  search,
  onClose,
}: {
  readonly search: NeedsSearch;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.needs.savedViews;
  const refused = useRefusal('author');
  const [key] = useState(decisionKey);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useChange(
    SHOWN_BY,
    () =>
      engine.createView({ header: key, body: { name: name.trim(), page: 'needs', query: queryOf(search), shared } }),
    words.saved(name.trim()),
  );
  return (
    <DecisionDialog
      title={words.save}
      sub={words.saveHelp}
      button={words.save}
      refused={name.trim() === '' ? words.nameNeeded : null}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      <TextField label={words.name} maxLength={100} value={name} onChange={({ target }) => setName(target.value)} />
      <label className="choice">
        <input
          type="checkbox"
          className="cb"
          checked={shared}
          disabled={refused !== null}
          onChange={({ target }) => setShared(target.checked)}
        />
        <span>
          {words.shared} {refused !== null && <span className="faint">{refused}</span>}
        </span>
      </label>
    </DecisionDialog>
  );
}

/** The view and filters of the page as a query, without the need that is open. */
function queryOf(search: NeedsSearch): string {
  const { need: _need, act: _act, on: _on, ...kept } = search;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(kept))
    for (const one of [value].flat()) if (one !== undefined) query.append(name, one);
  return query.toString();
}

/** What was saved may be older than the page: what it does not know is left out. */
function searchOf({ query }: View): NeedsSearch {
  const params = new URLSearchParams(query);
  const search: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    search[name] = values.length > 1 ? values : values[0];
  }
  return needsSearch(search);
}
