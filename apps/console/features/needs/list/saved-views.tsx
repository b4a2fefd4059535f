import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookmarkPlus, Pencil, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { each, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useRemoval } from '../../../shared/list/use-removal.js';
import { actorText } from '../../../shared/text/actor-text.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { type NeedsSearch, needsSearch } from '../search/needs-search.js';
import { SaveViewDialog, VIEWS_KEY, type View } from './save-view-dialog.js';

const SHOWN_BY = [VIEWS_KEY];

/** The views that the person saved, and those that others share: filters with a name. */
export function SavedViews({ search }: { readonly search: NeedsSearch }): ReactNode {
  const words = text.needs.savedViews;
  const [renamed, setRenamed] = useState<View | null>(null);
  const { data } = useQuery({
    queryKey: VIEWS_KEY,
    queryFn: ({ signal }) => readViews(signal),
  });
  const removal = useRemoval<View>({
    rows: data,
    shownBy: SHOWN_BY,
    call: (view) => engine.removeView({ path: { id: view.id }, header: ifMatch(view) }),
    nameOf: ({ name }) => name,
    words: {
      removeTitle: words.removeTitle,
      removeHelp: ({ shared }) => (shared ? words.removeShared : words.removeHelp),
      removed: words.removed,
    },
  });
  const current = queryOf(search);
  return (
    <>
      {data?.map((view) => {
        const isCurrent = queryOf(searchOf(view)) === current;
        return (
          <span key={view.id} className="saved-view">
            <Link
              to="/needs"
              search={searchOf(view)}
              activeOptions={{ exact: true }}
              aria-current={isCurrent ? 'page' : undefined}
              title={view.shared ? words.sharedBy(actorText(view.createdBy)) : undefined}
            >
              {view.name}
            </Link>
            {isCurrent && view.own && (
              <>
                <Button look="ghost" icon aria-label={words.renameOf(view.name)} onClick={() => setRenamed(view)}>
                  <Pencil className="i s" aria-hidden="true" />
                </Button>
                <Button look="ghost" icon aria-label={words.removeOf(view.name)} onClick={() => removal.ask(view)}>
                  <X className="i s" aria-hidden="true" />
                </Button>
              </>
            )}
          </span>
        );
      })}
      {renamed !== null && <SaveViewDialog view={renamed} query={renamed.query} onClose={() => setRenamed(null)} />}
      {removal.dialog}
    </>
  );
}

/** All of them: a person may have more than one page of the API. */
async function readViews(signal: AbortSignal): Promise<readonly View[]> {
  const views: View[] = [];
  const pages = each((page) => engine.listViews({ query: { page: 'needs', limit: 200, ...page }, signal }));
  for await (const view of pages) views.push(view);
  return views;
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
      {isOpen && <SaveViewDialog view={null} query={queryOf(search)} onClose={() => setOpen(false)} />}
    </>
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

/** A view may be older than the page: filters that the page does not know are ignored. */
function searchOf({ query }: View): NeedsSearch {
  const params = new URLSearchParams(query);
  const search: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    search[name] = values.length > 1 ? values : values[0];
  }
  return needsSearch(search);
}
