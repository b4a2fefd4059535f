/** What a stream tells: things of one kind that changed. */
export interface FeedEvent {
  /** Where it stands in the feed, for `Last-Event-ID`. */
  readonly id: string;
  readonly name: string;
  /** `ids`: which; null: many, or nobody knows which: read the list again. */
  readonly data: { readonly ids: readonly string[] | null };
}

/** More are not named: who shows a list reads it again. */
const MAX_IDS = 100;
/** Events that a client can miss while it connects anew. */
const KEPT = 256;

/**
 * What changed in one tenant, gathered and given out as numbered events. Its numbers are worth nothing in another
 * process, or in this one after a restart: `epoch` tells them apart.
 */
export class ChangeFeed {
  private number = 0;
  private readonly collected = new Map<string, Set<string> | null>();
  private readonly kept: FeedEvent[] = [];

  constructor(private readonly epoch: string) {}

  /** Notes a change for the next {@link flush}. */
  collect(name: string, ids: readonly string[] | null): void {
    const known = this.collected.get(name);
    if (known === null) return;
    const all = new Set([...(known ?? []), ...(ids ?? [])]);
    this.collected.set(name, ids === null || all.size > MAX_IDS ? null : all);
  }

  /** What was gathered, one event a name. */
  flush(): FeedEvent[] {
    const events = [...this.collected].map(([name, ids]) => this.event(name, ids === null ? null : [...ids]));
    this.collected.clear();
    this.kept.push(...events);
    this.kept.splice(0, Math.max(0, this.kept.length - KEPT));
    return events;
  }

  /** The event that says: what you have may be old, read it again. */
  resync(): FeedEvent {
    return { id: this.position, name: 'resync', data: { ids: null } };
  }

  /** Where a stream that begins now stands. */
  get position(): string {
    return `${this.epoch}-${this.number}`;
  }

  /** What came after an event that a client knows; null: nobody can tell. */
  since(lastEventId: string): FeedEvent[] | null {
    const [epoch, text] = lastEventId.split('-', 2);
    const number = Number(text);
    if (epoch !== this.epoch || !/^\d{1,15}$/.test(text ?? '') || number > this.number) return null;
    const missed = this.number - number;
    return missed > this.kept.length ? null : this.kept.slice(this.kept.length - missed);
  }

  private event(name: string, ids: readonly string[] | null): FeedEvent {
    this.number++;
    return { id: this.position, name, data: { ids } };
  }
}
