/** Who sends a body, as far as it is known before the body is complete. */
export interface BodySender {
  /** Where it comes from (`networkOf`); asked only for bodies that do not arrive in one piece. */
  readonly network: () => string;
  /** The tenant that it claims to come from; null: it names none. */
  readonly tenantId: string | null;
}

/** How far a body has arrived, as its connection knows. */
export interface Arrival {
  readonly received: number;
  /** What has arrived waits to be read: the sender is not to blame for what does not arrive. */
  readonly readerIsBehind: boolean;
}

/** Other bodies take the memory that there is for them. */
export class NoRoom extends Error {}

/** The body arrives too slowly. */
export class BodyTooSlow extends Error {}

/**
 * How slowly a body may arrive: at least so many bytes a second over each window of so many milliseconds, or its end.
 */
const LEAST_BYTES_PER_SECOND = 8 * 1024;
const WINDOW_MS = 5_000;
const CHECK_MS = 1_000;

/** From this age on, a body below this rate is the first to go where memory is short. */
const STALLED_AFTER_MS = 1_000;
const STALLED_BYTES_PER_SECOND = 64 * 1024;

/** The share of the memory that the bodies of one tenant may hold, those that wait for their answer among them. */
const MOST_OF_A_TENANT = 0.5;

/**
 * The request bodies of this process that have begun to arrive. Nobody vouches for a body before it is complete, so
 * what they hold in memory is bounded for all of them together. Where it is used up, one that has stalled is dropped,
 * the slowest first; where none has, the slowest body of the network that holds most: a sender of many half-sent bodies
 * loses those, and hardly anybody else loses one. A body that arrives too slowly is dropped in any case.
 */
export class InFlightBodies {
  private readonly bodies = new Set<InFlightBody>();
  private readonly heldByTenant = new Map<string, number>();
  private readonly timer = setInterval(() => this.dropSlow(), CHECK_MS).unref();
  private held = 0;

  /** @param memoryBytes what incomplete and unanswered bodies may hold together */
  constructor(private readonly memoryBytes: number) {}

  /**
   * @param drop ends the reading of the body with the reason; called at most once
   * @param arrival how far a body has arrived of which nobody calls `receive`
   */
  begin(sender: BodySender, drop: (reason: NoRoom | BodyTooSlow) => void, arrival?: () => Arrival): InFlightBody {
    const body = new InFlightBody(sender, drop, this, arrival);
    this.bodies.add(body);
    return body;
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** Counts bytes that a body holds, and makes room for them. */
  hold({ sender: { tenantId } }: InFlightBody, bytes: number): void {
    this.held += bytes;
    if (tenantId !== null) {
      this.heldByTenant.set(tenantId, this.heldBy(tenantId) + bytes);
      const most = this.memoryBytes * MOST_OF_A_TENANT;
      while (
        this.heldBy(tenantId) > most &&
        this.drop(this.slowestOfLargestNetwork((body) => body.sender.tenantId === tenantId))
      );
    }
    while (
      this.held > this.memoryBytes &&
      this.drop(this.slowestStalled() ?? this.slowestOfLargestNetwork(() => true))
    );
  }

  forget(body: InFlightBody): void {
    if (!this.bodies.delete(body) || body.held === 0) return;
    const { tenantId } = body.sender;
    this.held -= body.held;
    if (tenantId === null) return;
    const left = this.heldBy(tenantId) - body.held;
    if (left > 0) this.heldByTenant.set(tenantId, left);
    else this.heldByTenant.delete(tenantId);
  }

  private heldBy(tenantId: string): number {
    return this.heldByTenant.get(tenantId) ?? 0;
  }

  private drop(victim: InFlightBody | null): boolean {
    victim?.drop(new NoRoom());
    return victim !== null;
  }

  private slowestStalled(): InFlightBody | null {
    const now = performance.now();
    return slowest(
      this.droppable((body) => now - body.beganAt >= STALLED_AFTER_MS && body.rateAt(now) < STALLED_BYTES_PER_SECOND),
      now,
    );
  }

  /** Not simply the slowest one: whoever claims to be a tenant could have its bodies dropped by sending faster. */
  private slowestOfLargestNetwork(isWanted: (body: InFlightBody) => boolean): InFlightBody | null {
    const byNetwork = Map.groupBy(this.droppable(isWanted), ({ network }) => network);
    const held = (bodies: readonly InFlightBody[]): number => bodies.reduce((sum, body) => sum + body.held, 0);
    const [largest = []] = [...byNetwork.values()].toSorted((one, other) => held(other) - held(one));
    return slowest(largest, performance.now());
  }

  private droppable(isWanted: (body: InFlightBody) => boolean): InFlightBody[] {
    return [...this.bodies].filter((body) => !body.isComplete && body.held > 0 && isWanted(body));
  }

  private dropSlow(): void {
    const now = performance.now();
    for (const body of this.bodies) if (body.isTooSlowAt(now)) body.drop(new BodyTooSlow());
  }
}

function slowest(bodies: readonly InFlightBody[], now: number): InFlightBody | null {
  return bodies.reduce<InFlightBody | null>(
    (found, body) => (found === null || body.rateAt(now) < found.rateAt(now) ? body : found),
    null,
  );
}

/** One body that has begun to arrive; it is to be released once it is answered. */
export class InFlightBody {
  readonly beganAt = performance.now();
  /** Bytes that it holds in memory; 0 until it holds more than the one piece that most bodies are. */
  held = 0;
  isComplete = false;
  /** Where it comes from; known once it holds memory. */
  network = '';
  private received = 0;
  private windowBegan = this.beganAt;
  private receivedBefore = 0;

  constructor(
    readonly sender: BodySender,
    private readonly onDrop: (reason: NoRoom | BodyTooSlow) => void,
    private readonly all: InFlightBodies,
    private readonly arrival?: () => Arrival,
  ) {}

  /** Counts a piece that has arrived. @param held how many bytes more it makes the body hold */
  receive(bytes: number, held: number): void {
    this.received += bytes;
    if (held === 0) return;
    if (this.held === 0) this.network = this.sender.network();
    this.held += held;
    this.all.hold(this, held);
  }

  /** All of it has arrived: it can no longer be dropped. */
  complete(): void {
    this.isComplete = true;
  }

  release(): void {
    this.all.forget(this);
  }

  drop(reason: NoRoom | BodyTooSlow): void {
    this.release();
    this.held = 0;
    this.onDrop(reason);
  }

  /** Bytes a second since it began. */
  rateAt(now: number): number {
    return (this.received * 1_000) / Math.max(1, now - this.beganAt);
  }

  /** Looks at windows one after the other. */
  isTooSlowAt(now: number): boolean {
    if (this.isComplete || now - this.windowBegan < WINDOW_MS) return false;
    const { received, readerIsBehind } = this.arrival?.() ?? { received: this.received, readerIsBehind: false };
    const isSlow = !readerIsBehind && received - this.receivedBefore < (LEAST_BYTES_PER_SECOND * WINDOW_MS) / 1_000;
    this.windowBegan = now;
    this.receivedBefore = received;
    return isSlow;
  }
}
