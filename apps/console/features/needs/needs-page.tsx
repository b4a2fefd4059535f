import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { ExportLinks } from '../../shared/downloads/export-links.js';
import { PageTop } from '../../shared/page/page-top.js';
import { usePhone } from '../../shared/ui/use-phone.js';
import { NeedDialogs } from './dialogs/need-dialogs.js';
import { NeedDrawer } from './drawer/need-drawer.js';
import { BulkBar } from './list/bulk-bar.js';
import { FilterBar } from './list/filter-bar.js';
import { NeedsTable } from './list/needs-table.js';
import { NoRows } from './list/no-rows.js';
import { StatusBar } from './list/status-bar.js';
import { ViewsBar } from './list/views-bar.js';
import { type NeedsSearch, filterCount, filtersOf } from './search/needs-search.js';
import { useInbox } from './use-inbox.js';

/** The inbox: views and filters, the list, the open need beside it, and the dialogs over both. */
export function NeedsPage(): ReactNode {
  const search = useSearch({ from: '/signed-in/needs' });
  const inbox = useInbox(search);
  const { list, live, selection, count, refused, change, keys, index } = inbox;
  const isPhone = usePhone();
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
            isOpen={inbox.isFiltering}
            onOpen={inbox.setFiltering}
            change={change}
            fresh={live.fresh}
            onShowFresh={inbox.refresh}
          />
          {list.rows.length === 0 ? (
            <NoRows list={list} search={search} change={change} onRefresh={inbox.refresh} />
          ) : (
            <NeedsTable
              list={list}
              changes={live.changes}
              selection={selection}
              sort={search.sort ?? 'severity'}
              current={inbox.current}
              isPhone={isPhone}
              isCovered={isPhone && search.need !== undefined}
              focusTurn={keys.turn}
              onCurrent={inbox.setCurrent}
              onOpen={inbox.open}
            />
          )}
          {(selection.size > 0 || selection.isQuery) && (
            <BulkBar selection={selection} matching={count} refused={refused} onAct={inbox.act} />
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
            onStep={keys.step}
            onClose={inbox.close}
          />
        )}
      </div>
      <NeedDialogs {...inbox.dialogs} />
    </>
  );
}

/** The filters and the order of the list, as the export takes them. */
function exported(search: NeedsSearch): ReturnType<typeof filtersOf> & { readonly sort: string } {
  return { ...filtersOf(search), sort: search.sort ?? 'severity' };
}
