import { type Statement, type TextRow, BinaryArray } from '#platform/database';
import type { Outcome } from './outcome.js';
import { type PendingSignal, needKey } from './pending-signal.js';

/** One statement of a batch: what it writes, and what its answer means for each of its signals. */
export interface BatchStep {
  readonly signals: readonly PendingSignal[];
  readonly statement: Statement;
  readonly values: BinaryArray[];
  /** One outcome a signal, in their order. @param rows what the statement answered: the position of a data point that it touched, from 1, and what it tells of that */
  readonly outcomes: (rows: readonly TextRow[]) => Outcome[];
}

/** The signals of a statement by data point, since neither ON CONFLICT nor UPDATE can touch a row twice. */
export interface KeyedSignals {
  /** The signals of each data point, in the order in which they came; the points are sorted by key, against deadlocks. */
  readonly points: ReadonlyArray<readonly PendingSignal[]>;
  /** For each signal, in its order: the position of its data point, from 1, and whether it is the first of it. */
  readonly places: ReadonlyArray<{ readonly position: number; readonly first: boolean }>;
}

export function byDataPoint(signals: readonly PendingSignal[]): KeyedSignals {
  const grouped = Map.groupBy(signals, needKey);
  const keys = [...grouped.keys()].toSorted();
  const positions = new Map(keys.map((key, index) => [key, index + 1]));
  const places = signals.map((signal) => ({ position: positions.get(needKey(signal)) ?? 0, first: grouped.get(needKey(signal))?.[0] === signal }));
  return { points: keys.map((key) => grouped.get(key) ?? []), places };
}

/** The columns of the signals' own rows: id, position, type, first, raw, retention. */
export function signalColumns(signals: readonly PendingSignal[], { places }: KeyedSignals): BinaryArray[] {
  return [
    BinaryArray.uuids(signals.map(({ signalId }) => signalId)),
    BinaryArray.integers(places.map(({ position }) => position)),
    BinaryArray.texts(signals.map(({ point }) => point.type)),
    BinaryArray.booleans(places.map(({ first }) => first)),
    BinaryArray.texts(signals.map(({ raw }) => raw)),
    BinaryArray.smallints(signals.map(({ retentionMonths }) => retentionMonths)),
  ];
}
