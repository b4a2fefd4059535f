/** The sender of a body, as far as it is known before the body is complete. */
export interface BodySender {
  /** The network (`networkOf`); computed only for bodies that do not arrive in one piece. */
  readonly network: () => string;
  /** The claimed tenant; null: the request names none. */
  readonly tenantId: string | null;
}

/** The progress of a body on its connection. */
export interface Arrival {
  readonly received: number;
  /** Received data waits to be read: the sender is not slow. */
  readonly readerIsBehind: boolean;
}

/** Other bodies use all the memory. */
export class NoRoom extends Error {
  constructor() {
    super('other request bodies use all the memory for bodies');
  }
}

/** The body arrives too slowly. */
export class BodyTooSlow extends Error {}

/** The minimum rate of a body: this many bytes a second in each window of this many milliseconds. */
const MIN_BYTES_PER_SECOND = 8 * 1024;
const WINDOW_MS = 5_000;
const CHECK_MS = 1_000;

/** Above this age, a body below the minimum rate is dropped first when memory is full. */
const STALLED_AFTER_MS = 1_000;
const STALLED_BYTES_PER_SECOND = 64 * 1024;

/** The share of the memory that the bodies of one tenant may use, including those that wait for their response. */
const MAX_SHARE_PER_TENANT = 0.5;

/**
 * The incomplete request bodies of this process. A body cannot be authenticated before it is complete, so the memory
 * of all of them together is bounded. When it is full, a stalled body is dropped, the slowest first; if none is
 * stalled, the slowest body of the network that uses most. So a client that sends many incomplete bodies loses its
 * own, and rarely another's. A body that arrives too slowly is dropped in any case.
 */
export class InFlightBodies {
  private readonly bodies = new Set<InFlightBody>();
  private readonly heldByTenant = new Map<string, number>();
  private readonly timer = setInterval(() => this.dropSlow(), CHECK_MS).unref();
  private held = 0;

  /** @param memoryBytes for incomplete and unanswered bodies together */
  constructor(private readonly memoryBytes: number) {}

  /**
   * @param drop stops reading the body, with the reason; called at most once
   * @param arrival the progress of a body for which nobody calls `receive`
   */
  begin(sender: BodySender, drop: (reason: NoRoom | BodyTooSlow) => void, arrival?: () => Arrival): InFlightBody {
    const body = new InFlightBody(sender, drop, this, arrival);
    this.bodies.add(body);
    return body;
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** Counts bytes that a body uses, and frees memory for them. Those of a released body would stay counted for ever. */
  hold(body: InFlightBody, bytes: number): void {
    if (!this.bodies.has(body)) return;
    const { tenantId } = body.sender;
    this.held += bytes;
    if (tenantId !== null) {
      this.heldByTenant.set(tenantId, this.heldBy(tenantId) + bytes);
      const most = this.memoryBytes * MAX_SHARE_PER_TENANT;
      while (
        this.heldBy(tenantId) > most &&
        this.drop(this.slowestOfLargestNetwork(({ sender }) => sender.tenantId === tenantId))
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

  private drop(body: InFlightBody | null): boolean {
    body?.drop(new NoRoom());
    return body !== null;
  }

  private slowestStalled(): InFlightBody | null {
    const now = performance.now();
    return slowest(
      this.droppable((body) => now - body.beganAt >= STALLED_AFTER_MS && body.rateAt(now) < STALLED_BYTES_PER_SECOND),
      now,
    );
  }

  /**
   * Not simply the slowest body: otherwise anybody who claims to be a tenant could get its bodies dropped by sending
   * faster.
   */
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

/** An incomplete body; its owner releases it when the request is answered. */
export class InFlightBody {
  readonly beganAt = performance.now();
  /** The memory in bytes; 0 for a body in one piece, like most. */
  held = 0;
  isComplete = false;
  /** Computed when the body uses memory. */
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

  /** Counts a received piece. @param held by how many bytes the memory of the body grows */
  receive(bytes: number, held: number): void {
    this.received += bytes;
    if (held === 0) return;
    if (this.held === 0) this.network = this.sender.network();
    this.held += held;
    this.all.hold(this, held);
  }

  /** The body is complete: it can no longer be dropped. */
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

  /** Checks consecutive windows. */
  isTooSlowAt(now: number): boolean {
    if (this.isComplete || now - this.windowBegan < WINDOW_MS) return false;
    const { received, readerIsBehind } = this.arrival?.() ?? { received: this.received, readerIsBehind: false };
    const isSlow = !readerIsBehind && received - this.receivedBefore < (MIN_BYTES_PER_SECOND * WINDOW_MS) / 1_000;
    this.windowBegan = now;
    this.receivedBefore = received;
    return isSlow;
  }
}
