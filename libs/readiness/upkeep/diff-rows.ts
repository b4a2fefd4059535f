import { type CauseRow, type PeriodRow, isSameCause, isSamePeriod } from './plan-rows.js';

/** The changes of the stored rows of a table. */
export interface RowChanges<Row> {
  /** Rows that are over, at the instant of the change. */
  readonly ended: readonly Row[];
  /** Future rows that are no longer planned. */
  readonly dropped: readonly Row[];
  /** Rows to insert, or to replace if one begins at that instant already. */
  readonly stored: readonly Row[];
}

interface Rows<Row> {
  /** The key of a row among those of all workers that begin at the same instant. */
  readonly keyOf: (row: Row) => string;
  readonly isSame: (one: Row, other: Row) => boolean;
}

const PERIODS: Rows<PeriodRow> = { keyOf: ({ tenantId, workerId }) => `${tenantId} ${workerId}`, isSame: isSamePeriod };
const CAUSES: Rows<CauseRow> = {
  keyOf: ({ tenantId, workerId, kind, refId }) => `${tenantId} ${workerId} ${kind} ${refId}`,
  isSame: isSameCause,
};

export function diffPeriods(
  stored: readonly PeriodRow[],
  planned: readonly PeriodRow[],
  now: number,
): RowChanges<PeriodRow> {
  return diff(PERIODS, stored, planned, now);
}

export function diffCauses(
  stored: readonly CauseRow[],
  planned: readonly CauseRow[],
  now: number,
): RowChanges<CauseRow> {
  return diff(CAUSES, stored, planned, now);
}

/**
 * Compares the rows that hold now or later with those that are planned from now on. A row that continues unchanged
 * keeps its beginning, so that the past never changes.
 */
function diff<Row extends { readonly validFrom: number; readonly validTo: number }>(
  { keyOf, isSame }: Rows<Row>,
  stored: readonly Row[],
  planned: readonly Row[],
  now: number,
): RowChanges<Row> {
  const running = new Map(stored.filter(({ validFrom }) => validFrom < now).map((row) => [keyOf(row), row]));
  const wanted = planned.map((row): Row => {
    const before = row.validFrom === now ? running.get(keyOf(row)) : undefined;
    return before !== undefined && isSame(before, row) ? { ...row, validFrom: before.validFrom } : row;
  });
  const placeOf = (row: Row): string => `${keyOf(row)} ${row.validFrom}`;
  const storedAt = new Map(stored.map((row) => [placeOf(row), row]));
  const wantedPlaces = new Set(wanted.map(placeOf));
  const gone = stored.filter((row) => !wantedPlaces.has(placeOf(row)));
  return {
    ended: gone.filter(({ validFrom }) => validFrom < now),
    dropped: gone.filter(({ validFrom }) => validFrom >= now),
    stored: wanted.filter((row) => {
      const known = storedAt.get(placeOf(row));
      return known === undefined || known.validTo !== row.validTo || !isSame(known, row);
    }),
  };
}
