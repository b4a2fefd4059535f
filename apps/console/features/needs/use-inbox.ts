import { useState } from 'react';
import { useSession } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { useInboxList } from './data/inbox-list.js';
import { useCount } from './data/need-counts.js';
import { useNeedDialogs } from './dialogs/use-need-dialogs.js';
import { useSelection } from './list/selection.js';
import { useListKeys } from './list/use-list-keys.js';
import { refusals } from './refusals.js';
import { type NeedsSearch, filtersOf } from './search/needs-search.js';
import { useChangeSearch } from './search/use-change-search.js';

/**
 * What the inbox shows and does: its list, the selection, the row that has the focus, the open need, and the dialogs.
 */
export function useInbox(search: NeedsSearch) {
  const { user } = useSession();
  const { list, live, refresh } = useInboxList(search);
  const { rows } = list;
  const filters = JSON.stringify(filtersOf(search));
  const selection = useSelection(rows, filters);
  const [current, setCurrent] = useState<string | null>(search.need ?? null);
  const [isFiltering, setFiltering] = useState(false);
  const refused = refusals(user.role);
  const change = useChangeSearch(search);
  const open = (id: string): void => {
    setCurrent(id);
    change({ need: id, act: undefined, on: undefined });
  };
  const close = (): void => {
    change({ need: undefined });
    keys.focusCurrent();
  };
  const index = rows.findIndex(({ id }) => id === (search.need ?? current));
  const { act, dialogs } = useNeedDialogs({
    search,
    change,
    rows,
    current,
    selection,
    refused,
    onClosed: () => {
      if (search.need !== undefined) keys.focusCurrent();
      else keys.focusPlace();
    },
  });
  const keys = useListKeys({
    list: filters,
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
      if (search.need === undefined) selection.clear();
      else close();
    },
  });
  const count = useCount(search) ?? text.needs.count(rows.length);
  return {
    list,
    live,
    refresh,
    count,
    selection,
    refused,
    current: search.need ?? current,
    setCurrent,
    isFiltering,
    setFiltering,
    change,
    keys,
    act,
    dialogs,
    open,
    /** Closes the open need. */
    close,
    /** The place of the current row in the list; below 0: it is not in it. */
    index,
  };
}
