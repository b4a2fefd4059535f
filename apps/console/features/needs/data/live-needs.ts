import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem, type Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { onLive } from '../../../shared/live/live.js';
import { type NeedsSearch, filtersOf } from '../search/needs-search.js';
import { type Need, changeRows, needsQuery } from './needs-list.js';

/** Changes that arrive within this time are read together. */
const COLLECT_MS = 400;
/** The maximum number of changed needs that are read one by one; more appear when the list is refreshed. */
const MAX_READ = 25;

/** How others have changed a row since the list was read. */
export type RowChange = 'changed' | 'finished';

export interface LiveNeeds {
  readonly changes: ReadonlyMap<string, RowChange>;
  /** Needs that match and are not in the list yet. */
  readonly fresh: number;
  /** The list was read again. */
  readonly reset: () => void;
}

/** Follows the event stream: rows change in place, and none moves, comes or goes. */
export function useLiveNeeds(search: NeedsSearch, rows: readonly Need[]): LiveNeeds {
  const client = useQueryClient();
  const [changes, setChanges] = useState<ReadonlyMap<string, RowChange>>(new Map());
  const [newIds, setNewIds] = useState<readonly string[]>([]);
  const shown = useRef(rows);
  const { queryKey } = needsQuery(search);
  const key = JSON.stringify(queryKey);
  const reset = (): void => {
    setChanges(new Map());
    setNewIds([]);
  };

  useEffect(() => {
    shown.current = rows;
  });
  useEffect(() => {
    reset();
    let isOver = false;

    const read = async (ids: ReadonlySet<string>): Promise<void> => {
      const query = { ...filtersOf(search), sort: search.sort ?? 'severity', limit: 100 };
      const top = await engine.listNeeds({ query });
      const known = new Map(shown.current.map((need) => [need.id, need]));
      const now = new Map<string, Need | 'gone'>(top.items.map((need) => [need.id, need]));
      const others = [...ids].filter((id) => known.has(id) && !now.has(id)).slice(0, MAX_READ);
      for (const id of others) now.set(id, await needNow(id));
      if (isOver) return;
      const differing = [...now].filter(([id, need]) => known.has(id) && differs(known.get(id), need));
      client.setQueryData(queryKey, (data) =>
        changeRows(data, (row) => {
          const need = now.get(row.id);
          // A slower response can be older than the row.
          return need === undefined || need === 'gone' || need.version < row.version ? row : { ...row, ...need };
        }),
      );
      setChanges((before) => {
        const after = new Map(before);
        for (const [id, need] of differing) after.set(id, need === 'gone' ? 'finished' : 'changed');
        return after;
      });
      // Beyond the last row that is known are the rows of the next page, which follow those that have left the list.
      const last = top.items.findLastIndex(({ id }) => known.has(id));
      const areAll = top.nextCursor === null || last < 0;
      const isNew = ({ id }: Need, index: number): boolean => !known.has(id) && (areAll || index < last);
      setNewIds(top.items.filter(isNew).map(({ id }) => id));
    };

    const stop = collectChanges(() => shown.current, read);
    return () => {
      isOver = true;
      const { hasChanged } = stop();
      // New needs were only counted: the list has them when it is shown again.
      if (hasChanged) void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
    };
    // The key contains the filters.
    // eslint-disable-next-line react/exhaustive-deps
  }, [key, client]);

  const { status } = filtersOf(search);
  /** A row is finished while the view does not show its status; after an undo, it is not. */
  const shownChanges = useMemo(() => {
    const over = new Set(rows.filter((need) => !matches(need, status)).map(({ id }) => id));
    return new Map([...changes].map(([id, change]) => [id, over.has(id) ? 'finished' : change] as const));
  }, [changes, rows, status]);
  /** The list may have been read again since. */
  const fresh = useMemo(() => {
    const known = new Set(rows.map(({ id }) => id));
    return newIds.filter((id) => !known.has(id)).length;
  }, [newIds, rows]);
  return { changes: shownChanges, fresh, reset };
}

/**
 * Collects the ids of changed needs from the event stream, and reads them together after a while.
 * @param shown the needs that are read when it is unknown which have changed
 * @returns stops collecting, and returns whether any need has changed
 */
function collectChanges(
  shown: () => readonly Need[],
  read: (ids: ReadonlySet<string>) => Promise<void>,
): () => { readonly hasChanged: boolean } {
  const due = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let hasChanged = false;
  const readDue = async (): Promise<void> => {
    const taken = new Set(due);
    due.clear();
    isReading = true;
    // Needs that cannot be read now are read with the next change.
    await read(taken).catch(() => taken.forEach((id) => due.add(id)));
    isReading = false;
  };
  // One after the other, also while needs change all the time.
  const readLater = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isReading) readLater();
      else void readDue();
    }, COLLECT_MS);
  };
  const stop = onLive((kind, ids) => {
    if (kind !== 'need' && kind !== 'resync') return;
    const changed =
      ids ??
      shown()
        .slice(0, MAX_READ)
        .map(({ id }) => id);
    for (const id of changed) due.add(id);
    hasChanged = true;
    readLater();
  });
  return () => {
    clearTimeout(timer);
    stop();
    return { hasChanged };
  };
}

async function needNow(id: string): Promise<Need | 'gone'> {
  try {
    return await engine.getNeed({ path: { id } });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return 'gone';
    throw error;
  }
}

function differs(before: Need | undefined, now: Need | 'gone'): boolean {
  return now === 'gone' || before?.version !== now.version || before.recommendation.kind !== now.recommendation.kind;
}

function matches({ status }: Need, wanted: readonly Schemas['NeedView']['status'][] | undefined): boolean {
  return wanted === undefined || wanted.includes(status);
}
