/** A data point by its key; several events may have the same key. */
export interface CrashEvent {
  readonly key: string;
  readonly body: string;
}

const DUPLICATES = 0.3;

/** `total` events in random order, 30 % of which repeat the data point of another. */
export function crashEvents(total: number): CrashEvent[] {
  const distinct = Math.round(total * (1 - DUPLICATES));
  const events = Array.from({ length: total }, (_, index) =>
    crashEvent(index < distinct ? index : Math.floor(Math.random() * distinct)),
  );
  for (let index = events.length - 1; index > 0; index--) {
    const other = Math.floor(Math.random() * (index + 1));
    const [a, b] = [events[index], events[other]];
    if (a !== undefined && b !== undefined) [events[index], events[other]] = [b, a];
  }
  return events;
}

function crashEvent(point: number): CrashEvent {
  const key = `record-${point}`;
  const audience = point % 3 === 0 ? { site: `Site ${point % 5}` } : { external_worker_id: `W-${point % 500}` };
  const data = {
    ...audience,
    topic: `Topic ${point % 50}`,
    severity: 1 + (point % 4),
    dedupe_key: key,
    payload: { ref: key, note: 'written while the engine is killed' },
  };
  return { key, body: JSON.stringify({ event: 'signal.incident', data }) };
}
