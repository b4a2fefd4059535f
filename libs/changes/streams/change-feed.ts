/** An event of a stream: rows of one kind changed. */
export interface FeedEvent {
  /** Its position in the feed, for `Last-Event-ID`. */
  readonly id: string;
  readonly name: string;
  /** The ids that changed; null: too many to list, or unknown, so that the client reads its list again. */
  readonly data: { readonly ids: readonly string[] | null };
}

/** Limit of ids in one event. Beyond it, clients read their lists again. */
const MAX_IDS = 100;
/** Events kept for clients that reconnect. */
const MAX_KEPT = 256;
/** Limit of ids that are sent again, so that the events fit into the memory of a stream (`event-stream.ts`). */
const MAX_MISSED_IDS = 5_000;

/**
 * Collects the changes of one tenant, and turns them into numbered events. The numbers are valid only in this feed;
 * `epoch` distinguishes it from the feeds of other processes and of earlier ones.
 */
export class ChangeFeed {
  private number = 0;
  private readonly collected = new Map<string, Set<string> | null>();
  private readonly recent: FeedEvent[] = [];

  constructor(private readonly epoch: string) {}

  /** Adds a change to the next {@link flush}. */
  collect(name: string, ids: readonly string[] | null): void {
    const known = this.collected.get(name);
    if (known === null) return;
    const all = new Set([...(known ?? []), ...(ids ?? [])]);
    this.collected.set(name, ids === null || all.size > MAX_IDS ? null : all);
  }

  /** Returns the collected changes, one event for each kind. */
  flush(): FeedEvent[] {
    const events = [...this.collected].map(([name, ids]) => this.event(name, ids === null ? null : [...ids]));
    this.collected.clear();
    this.recent.push(...events);
    this.recent.splice(0, Math.max(0, this.recent.length - MAX_KEPT));
    return events;
  }

  /** Forgets the events, because changes between them were missed: clients that reconnect read everything again. */
  forget(): void {
    this.number++;
    this.recent.length = 0;
  }

  /** The event that asks a client to read everything again. */
  resync(): FeedEvent {
    return { id: this.position, name: 'resync', data: { ids: null } };
  }

  /** The position of a stream that starts now. */
  get position(): string {
    return `${this.epoch}-${this.number}`;
  }

  /** The events after the client's last one; null: unknown, or too many. */
  since(lastEventId: string): FeedEvent[] | null {
    const [epoch, text] = lastEventId.split('-', 2);
    const number = Number(text);
    if (epoch !== this.epoch || !/^\d{1,15}$/.test(text ?? '') || number > this.number) return null;
    const missed = this.number - number;
    if (missed > this.recent.length) return null;
    const events = this.recent.slice(this.recent.length - missed);
    return events.reduce((sum, { data }) => sum + (data.ids?.length ?? 0), 0) > MAX_MISSED_IDS ? null : events;
  }

  private event(name: string, ids: readonly string[] | null): FeedEvent {
    this.number++;
    return { id: this.position, name, data: { ids } };
  }
}
