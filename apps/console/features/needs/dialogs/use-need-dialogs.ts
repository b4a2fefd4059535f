import { useState } from 'react';
import { showToast } from '../../../shared/ui/toasts.js';
import type { Need } from '../data/needs-list.js';
import type { Selection } from '../list/selection.js';
import { type Refusals, refusalsOf } from '../refusals.js';
import type { ChangeSearch } from '../search/change-search.js';
import { type Action, type NeedsSearch, filtersOf } from '../search/needs-search.js';
import type { Chosen } from './chosen-needs.js';
import type { NeedDialogsProps } from './need-dialogs.js';

interface DialogsOfInbox {
  readonly search: NeedsSearch;
  readonly change: ChangeSearch;
  readonly rows: readonly Need[];
  /** The id of the row that has the focus. */
  readonly current: string | null;
  readonly selection: Selection;
  readonly refused: Refusals;
  /** The dialog is closed. */
  readonly onClosed: () => void;
}

/**
 * Opens the dialog of an action: for the selection, or else for the need that is open or has the focus, which the
 * address names. Says why an action cannot be taken.
 */
export function useNeedDialogs({ search, change, rows, current, selection, refused, onClosed }: DialogsOfInbox): {
  readonly act: (action: Action) => void;
  readonly dialogs: NeedDialogsProps;
} {
  const [many, setMany] = useState<{ readonly action: Action; readonly chosen: Chosen } | null>(null);
  const act = (action: Action): void => {
    const areMany = selection.size > 0 || selection.isQuery;
    // A row of a former list is not in sight.
    const row = rows.find(({ id }) => id === (search.need ?? current));
    const id = search.need ?? row?.id;
    const why = areMany || row === undefined ? refused[action] : refusalsOf(refused, row.status)[action];
    if (why !== null) showToast(why);
    else if (areMany) setMany({ action, chosen: chosenOf(selection, search) });
    else if (id !== undefined) change({ act: action, on: id });
  };
  // If the user may not take the action that the address names, only the need is shown, with the reason.
  const asked = search.act !== undefined && refused[search.act] === null ? search.act : undefined;
  const onClose = (): void => {
    setMany(null);
    if (search.act !== undefined) change({ act: undefined, on: undefined });
    onClosed();
  };
  return {
    act,
    dialogs: {
      action: many?.action ?? asked,
      chosen: many?.chosen ?? null,
      id: search.on ?? search.need,
      onClose,
    },
  };
}

/** The selection, which ends when it was acted on, and stays if the dialog is cancelled. */
function chosenOf({ ids, isQuery, clear }: Selection, search: NeedsSearch): Chosen {
  return isQuery
    ? { kind: 'query', filter: filtersOf(search), ids: [], onDone: clear }
    : { kind: 'many', ids: [...ids], onDone: clear };
}
