import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { EmptyState, ErrorState, Skeleton } from '../../../shared/ui/states.js';
import type { NeedsList } from '../data/needs-list.js';
import { FirstSteps } from './first-steps.js';
import { type NeedsSearch, filterCount } from '../search/needs-search.js';
import { type ChangeSearch, NO_FILTERS } from '../search/change-search.js';

/** Replaces the rows while they load, if they could not be loaded, or if there are none. */
export function NoRows({
  list,
  search,
  change,
  onRefresh,
}: {
  readonly list: NeedsList;
  readonly search: NeedsSearch;
  readonly change: ChangeSearch;
  readonly onRefresh: () => void;
}): ReactNode {
  const { empty, filter, views } = text.needs;
  const filters = filterCount(search);
  if (list.status === 'pending') return <Skeleton what={text.needs.title} rows={16} />;
  if (list.status === 'error') return <ErrorState title={empty.failed} error={list.error} onRetry={onRefresh} />;
  if (filters > 0)
    return (
      <EmptyState title={empty.filtered(filters)} help={empty.filteredHelp}>
        <button className="btn" type="button" onClick={() => change(NO_FILTERS)}>
          {filter.clear}
        </button>
      </EmptyState>
    );
  if (search.view !== undefined)
    return (
      <EmptyState title={empty.view(views[search.view])} help={empty.viewHelp}>
        <button className="btn" type="button" onClick={() => change({ view: undefined })}>
          {empty.all}
        </button>
      </EmptyState>
    );
  return (
    <FirstSteps>
      <EmptyState title={empty.none} help={empty.noneHelp}>
        <a className="btn" href="/engine/docs">
          {empty.send}
        </a>
      </EmptyState>
    </FirstSteps>
  );
}
