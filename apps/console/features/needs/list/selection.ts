import { useMemo, useRef, useState } from 'react';
import type { Need } from '../data/needs-list.js';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly size: number;
  /** All needs that match the filters are selected, loaded or not. */
  readonly isQuery: boolean;
  readonly has: (id: string) => boolean;
  /** With a range: all rows from the one that was toggled last. */
  readonly toggle: (id: string, isRange?: boolean) => void;
  readonly set: (ids: readonly string[]) => void;
  readonly selectQuery: () => void;
  readonly clear: () => void;
}

const NOTHING = { ids: new Set<string>() as ReadonlySet<string>, isQuery: false };

/**
 * @param filters of the list: rows that were selected under others are not, because they are not in sight
 */
export function useSelection(rows: readonly Need[], filters: string): Selection {
  const [selected, setSelected] = useState({ ...NOTHING, filters });
  const { ids, isQuery } = selected.filters === filters ? selected : NOTHING;
  const anchor = useRef<string | null>(null);
  return useMemo(() => {
    const change = (next: ReadonlySet<string>): void => setSelected({ ids: next, isQuery: false, filters });
    return {
      ids,
      size: ids.size,
      isQuery,
      has: (id) => isQuery || ids.has(id),
      toggle: (id, isRange = false) => {
        // Of all that match, those that are loaded stay selected, because only they can be named.
        const next = new Set(isQuery ? rows.map((row) => row.id) : ids);
        const isOn = !next.has(id);
        for (const one of isRange ? between(rows, anchor.current, id) : [id]) {
          if (isOn) next.add(one);
          else next.delete(one);
        }
        anchor.current = id;
        change(next);
      },
      set: (all) => change(new Set(all)),
      selectQuery: () => setSelected({ ids, isQuery: true, filters }),
      clear: () => change(new Set()),
    };
  }, [ids, isQuery, rows, filters]);
}

function between(rows: readonly Need[], one: string | null, other: string): readonly string[] {
  const ids = rows.map(({ id }) => id);
  const [first = 0, last = 0] = [ids.indexOf(one ?? other), ids.indexOf(other)].toSorted((a, b) => a - b);
  return first < 0 ? [other] : ids.slice(first, last + 1);
}
