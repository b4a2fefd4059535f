import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../../shared/keys/use-keys.js';
import { useStable } from '../../../shared/ui/use-stable.js';
import type { Need } from '../data/needs-list.js';
import type { Action } from '../search/needs-search.js';

interface ListKeys {
  /** Names the list: its view and filters. */
  readonly list: string;
  readonly rows: readonly Need[];
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onSelect: (id: string, isRange: boolean) => void;
  readonly onAct: (action: Action) => void;
  readonly onFilter: () => void;
  readonly onEscape: () => void;
}

export interface ListFocus {
  /** Incremented by each move of the focus. */
  readonly turn: number;
  readonly step: (by: 1 | -1) => void;
  readonly focusCurrent: () => void;
  /** To be called when a dialog is closed: then focuses the current row, or the one that takes its place. */
  readonly focusPlace: () => void;
}

/** The keys of the list. Outside of it, `j` moves the focus into it: to the row that had it, or has taken its place. */
export function useListKeys({
  list,
  rows,
  current,
  onCurrent,
  onSelect,
  onAct,
  onFilter,
  onEscape,
}: ListKeys): ListFocus {
  const [turn, setTurn] = useState(0);
  const focus = (): void => setTurn((before) => before + 1);
  const goTo = (index: number): void => {
    const need = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (need === undefined) return;
    onCurrent(need.id);
    focus();
  };
  const index = rows.findIndex(({ id }) => id === current);
  /** Where the current row was last, in which list. */
  const last = useRef({ list, index: 0 });
  useEffect(() => {
    if (index >= 0) last.current = { list, index };
  }, [list, index]);
  const place = (): number => (index >= 0 ? index : last.current.list === list ? last.current.index : 0);
  const goToNow = useStable(goTo);
  const focusPlace = useStable(() => {
    // Now, because the closed dialog gives the focus to any row that had it before, if the current one is removed.
    const at = place();
    // Later, when the list has removed the row that was acted on.
    setTimeout(() => goToNow(at));
  });
  const step = (by: 1 | -1): void => {
    const isInside = document.activeElement?.matches('tr[data-index]') === true;
    const isDrawer = document.activeElement?.closest('.drawer') !== null;
    goTo(index >= 0 && (isInside || isDrawer) ? index + by : place());
  };
  const withCurrent = (act: (id: string) => void) => (): void => {
    if (current !== null && index >= 0) act(current);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => goTo(0),
    // Scrolling alone would remove the row that has the focus.
    End: () => goTo(rows.length - 1),
    x: withCurrent((id) => onSelect(id, false)),
    X: withCurrent((id) => onSelect(id, true)),
    o: () => onAct('offer'),
    a: () => onAct('author'),
    s: () => onAct('snooze'),
    d: () => onAct('dismiss'),
    '/': onFilter,
    Escape: onEscape,
  });
  return { turn, step, focusCurrent: focus, focusPlace };
}
