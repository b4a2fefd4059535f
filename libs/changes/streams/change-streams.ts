import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleDestroy, type OnModuleInit, StreamableFile } from '@nestjs/common';
import { CHANGED, type Change, Notifications, RequestScope, parseChange } from '#platform/database';
import { Draining } from '#platform/lifecycle';
import { shownSubjectId } from '#tenancy';
import { ChangeFeed, type FeedEvent } from './change-feed.js';
import { TooManyStreams } from './change-streams.errors.js';
import { EventStream } from './event-stream.js';

/**
 * Changes of a tenant within this time are told together: a person sees no difference, and thousands of changes are a
 * few events.
 */
const GATHER_MS = 150;
const BEAT_MS = 15_000;
/** A stream ends after this time, so that its client shows again who it is; it misses nothing. */
const LIFE_MS = 15 * 60_000;
/** So long a feed without streams is kept for clients that come back. */
const FORGET_MS = 60_000;
const STREAMS_A_TENANT = 50;

/** What a viewer is told of, as the audit log names it; who may call and what it may is not among them. */
const TOLD = new Set([
  'need',
  'assignment',
  'operation',
  'draft',
  'course',
  'worker',
  'site',
  'group',
  'credential',
  'onboarding',
  'signal_map',
]);
/** Once one of these is changed, clients show again who they are… */
const WHO_MAY_CALL = new Set(['tenant', 'token', 'user']);
/** …but not for what takes nobody's right away. Anybody can have a log-in refused. */
const HARMLESS = new Set(['created', 'linked', 'logged_in', 'login_refused']);

interface Listened {
  readonly feed: ChangeFeed;
  readonly streams: Set<EventStream>;
  gathering: NodeJS.Timeout | null;
  forgetting: NodeJS.Timeout | null;
}

/** Gives every client that listens what changes in its tenant, in whichever process it was changed. */
@Injectable()
export class ChangeStreams implements OnModuleInit, OnModuleDestroy {
  private readonly epoch = randomBytes(6).toString('hex');
  private readonly tenants = new Map<string, Listened>();
  private readonly beats = setInterval(() => this.each((stream) => stream.beat()), BEAT_MS).unref();

  constructor(
    private readonly notifications: Notifications,
    private readonly scope: RequestScope,
    private readonly draining: Draining,
  ) {}

  async onModuleInit(): Promise<void> {
    this.draining.whenBegun(() => this.each((stream) => stream.end()));
    await this.notifications.listen(CHANGED, (payload) =>
      payload === null ? this.missed() : this.changed(parseChange(payload)),
    );
  }

  onModuleDestroy(): void {
    clearInterval(this.beats);
    for (const { gathering, forgetting } of this.tenants.values())
      for (const timer of [gathering, forgetting]) if (timer !== null) clearTimeout(timer);
    this.each((stream) => stream.end());
  }

  /**
   * A new stream of the tenant in scope. One that says what it was told last is told what it missed, or `resync` where
   * nobody knows.
   * @throws TooManyStreams
   */
  open(lastEventId: string | undefined): StreamableFile {
    const listened = this.listenedBy(this.scope.tenant.tenantId);
    if (listened.streams.size >= STREAMS_A_TENANT) throw new TooManyStreams(STREAMS_A_TENANT);
    const stream = new EventStream();
    const { feed } = listened;
    stream.begin(feed.position);
    if (lastEventId !== undefined) for (const event of feed.since(lastEventId) ?? [feed.resync()]) stream.tell(event);
    this.attend(listened, stream);
    return new StreamableFile(stream, { type: 'text/event-stream' });
  }

  private attend(listened: Listened, stream: EventStream): void {
    listened.streams.add(stream);
    const life = setTimeout(() => stream.end(), LIFE_MS).unref();
    stream.once('close', () => {
      clearTimeout(life);
      listened.streams.delete(stream);
      if (listened.streams.size === 0) this.forgetLater(listened);
    });
  }

  private listenedBy(tenantId: string): Listened {
    const listened = this.tenants.get(tenantId) ?? {
      feed: new ChangeFeed(this.epoch),
      streams: new Set<EventStream>(),
      gathering: null,
      forgetting: null,
    };
    this.tenants.set(tenantId, listened);
    if (listened.forgetting !== null) clearTimeout(listened.forgetting);
    listened.forgetting = null;
    return listened;
  }

  private forgetLater(listened: Listened): void {
    listened.forgetting = setTimeout(() => {
      for (const [tenantId, known] of this.tenants) if (known === listened) this.tenants.delete(tenantId);
    }, FORGET_MS).unref();
  }

  private changed({ tenantId, kind, told, ids }: Change): void {
    const listened = this.tenants.get(tenantId);
    if (listened === undefined) return;
    if (WHO_MAY_CALL.has(kind) && !HARMLESS.has(told)) for (const stream of listened.streams) stream.end();
    if (!TOLD.has(kind)) return;
    listened.feed.gather(kind, ids && ids.map((id) => shownSubjectId(kind, id)));
    listened.gathering ??= setTimeout(() => {
      listened.gathering = null;
      tell(listened, listened.feed.flush());
    }, GATHER_MS);
  }

  /** Notifications were lost for a while, and what they said is not known. */
  private missed(): void {
    for (const listened of this.tenants.values()) tell(listened, [listened.feed.resync()]);
  }

  private each(act: (stream: EventStream) => void): void {
    for (const { streams } of this.tenants.values()) for (const stream of streams) act(stream);
  }
}

function tell({ streams }: Listened, events: readonly FeedEvent[]): void {
  for (const stream of streams) for (const event of events) stream.tell(event);
}
