import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { ExportLinks } from '../../shared/downloads/export-links.js';
import { PageTop } from '../../shared/page/page-top.js';
import { usePhone } from '../../shared/ui/use-phone.js';
import { useReopen } from './data/actions.js';
import { useLiveNeeds } from './data/live-needs.js';
import { useCount, useLiveCounts } from './data/need-counts.js';
import { useNeedsList } from './data/needs-list.js';
import type { Chosen } from './dialogs/chosen-needs.js';
import { NeedDialogs } from './dialogs/need-dialogs.js';
import { NeedDrawer } from './drawer/need-drawer.js';
import { BulkBar } from './list/bulk-bar.js';
import { FilterBar } from './list/filter-bar.js';
import { NeedsTable } from './list/needs-table.js';
import { NoRows } from './list/no-rows.js';
import { useSelection } from './list/selection.js';
import { StatusBar } from './list/status-bar.js';
import { useListKeys } from './list/use-list-keys.js';
import { ViewsBar } from './list/views-bar.js';
import { refusals, refusalsOf } from './refusals.js';
import type { ChangeSearch } from './search/change-search.js';
import { type Action, type NeedsSearch, filterCount, filtersOf } from './search/needs-search.js';

/** The inbox: views and filters, the list, the open need beside it, and the dialogs over both. */
export function NeedsPage(): ReactNode {
  const search = useSearch({ from: '/signed-in/needs' });
  const navigate = useNavigate({ from: '/needs' });
  const { user } = useSession();
  const list = useNeedsList(search);
  const { rows } = list;
  const live = useLiveNeeds(search, rows);
  useLiveCounts();
  const selection = useSelection(rows);
  const [current, setCurrent] = useState<string | null>(search.need ?? null);
  const [isFiltering, setFiltering] = useState(false);
  const [many, setMany] = useState<{ readonly action: Action; readonly chosen: Chosen } | null>(null);
  const isPhone = usePhone();
  const reopen = useReopen();
  const refused = refusals(user.role);
  const change: ChangeSearch = (changes) =>
    void navigate({ to: '/needs', search: (before) => ({ ...before, ...changes }), replace: 'act' in changes });

  const refresh = (): void => {
    live.reset();
    list.refresh();
  };
  // There is no row that could move under the pointer.
  const isEmptyNow = list.status === 'success' && rows.length === 0 && live.fresh > 0;
  useEffect(() => {
    if (isEmptyNow) refresh();
    // eslint-disable-next-line react/exhaustive-deps
  }, [isEmptyNow]);
  const open = (id: string): void => {
    setCurrent(id);
    change({ need: id, act: undefined, on: undefined });
  };
  const act = (action: Action, id = search.need ?? current): void => {
    if (refused[action] !== null) return;
    if (selection.size > 0 || selection.isQuery) return setMany({ action, chosen: chosenOf(selection, search) });
    const status = rows.find((need) => need.id === id)?.status;
    if (id === null || (status !== undefined && refusalsOf(refused, status)[action] !== null)) return;
    change({ act: action, on: id });
  };
  const index = rows.findIndex(({ id }) => id === (search.need ?? current));
  const keys = useListKeys({
    rows,
    current,
    onCurrent: (id) => {
      setCurrent(id);
      if (search.need !== undefined) change({ need: id });
    },
    onSelect: selection.toggle,
    onAct: act,
    onFilter: () => setFiltering(true),
    onEscape: () => {
      if (search.need !== undefined) {
        change({ need: undefined });
        keys.focusCurrent();
      } else selection.clear();
    },
  });
  const count = useCount(search) ?? text.needs.count(rows.length);
  const dialogDone = (): void => {
    setMany(null);
    if (many !== null) selection.clear();
    if (search.act !== undefined) change({ act: undefined, on: undefined });
    // The row may be removed: the focus moves to the one that takes its place.
    keys.focusPlace(index);
  };

  return (
    <>
      <PageTop title={text.needs.title}>
        <ExportLinks
          name={text.needs.title}
          csv="/engine/v1/admin/needs.csv"
          xlsx="/engine/v1/admin/needs.xlsx"
          query={exported(search)}
        />
      </PageTop>
      <ViewsBar search={search} />
      <div className="split">
        <div className="list">
          <FilterBar
            search={search}
            isOpen={isFiltering}
            onOpen={setFiltering}
            change={change}
            fresh={live.fresh}
            onShowFresh={refresh}
          />
          {rows.length === 0 ? (
            <NoRows list={list} search={search} change={change} onRefresh={refresh} />
          ) : (
            <NeedsTable
              list={list}
              changes={live.changes}
              selection={selection}
              current={search.need ?? current}
              isPhone={isPhone}
              focusTurn={keys.turn}
              onCurrent={setCurrent}
              onOpen={open}
            />
          )}
          {(selection.size > 0 || selection.isQuery) && (
            <BulkBar selection={selection} matching={count} refused={refused} onAct={act} />
          )}
          <StatusBar
            count={count}
            view={search.view ?? 'open'}
            isFiltered={filterCount(search) > 0}
            isOpen={search.need !== undefined}
          />
        </div>
        {search.need !== undefined && (
          <NeedDrawer
            id={search.need}
            position={index < 0 ? null : { index, count }}
            refused={refused}
            onAct={(action) => change({ act: action, on: search.need })}
            onReopen={(need) => void reopen(need)}
            onStep={keys.step}
            onClose={() => {
              change({ need: undefined });
              keys.focusCurrent();
            }}
          />
        )}
      </div>
      <NeedDialogs
        action={many?.action ?? search.act}
        chosen={many?.chosen ?? null}
        id={search.on ?? search.need}
        onClose={dialogDone}
      />
    </>
  );
}

function chosenOf(
  { ids, isQuery }: { readonly ids: ReadonlySet<string>; readonly isQuery: boolean },
  search: NeedsSearch,
): Chosen {
  return isQuery ? { kind: 'query', filter: filtersOf(search), ids: [] } : { kind: 'many', ids: [...ids] };
}

/** The filters and the order of the list, as the export takes them. */
function exported(search: NeedsSearch): ReturnType<typeof filtersOf> & { readonly sort: string } {
  return { ...filtersOf(search), sort: search.sort ?? 'severity' };
}
