/** A data point by its key; several events may have the same one. */
export interface LoadEvent {
  readonly key: string;
  readonly body: string;
}

/** The events of a load, without an end: every fourth repeats the data point of one shortly before. */
export function* loadEvents(): Generator<LoadEvent, never> {
  for (let index = 0; ; index++) {
    const point = index % 4 === 3 ? index - 3 : index;
    const key = `point-${point}`;
    const audience = point % 3 === 0 ? { site: `Site ${point % 5}` } : { external_worker_id: `W-${point % 500}` };
    yield {
      key,
      body: JSON.stringify({
        event: 'signal.incident',
        data: { ...audience, topic: `Topic ${point % 50}`, severity: 1 + (point % 4), dedupe_key: key },
      }),
    };
  }
}
