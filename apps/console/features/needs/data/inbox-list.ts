import { useEffect } from 'react';
import type { NeedsSearch } from '../search/needs-search.js';
import { type LiveNeeds, useLiveNeeds } from './live-needs.js';
import { useLiveCounts } from './need-counts.js';
import { type NeedsList, useNeedsList } from './needs-list.js';

interface InboxList {
  readonly list: NeedsList;
  readonly live: LiveNeeds;
  /** Reads the list again, including new needs. */
  readonly refresh: () => void;
}

/** The list of the inbox, with the concurrent changes of others. */
export function useInboxList(search: NeedsSearch): InboxList {
  const list = useNeedsList(search);
  const live = useLiveNeeds(search, list.rows);
  useLiveCounts();
  const refresh = (): void => {
    live.reset();
    list.refresh();
  };
  // There is no row that could move under the pointer.
  const isEmptyNow = list.status === 'success' && list.rows.length === 0 && live.fresh > 0;
  useEffect(() => {
    if (isEmptyNow) refresh();
    // eslint-disable-next-line react/exhaustive-deps
  }, [isEmptyNow]);
  return { list, live, refresh };
}
