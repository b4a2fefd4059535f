import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleDestroy, type OnModuleInit, StreamableFile } from '@nestjs/common';
import { CHANGE_CHANNEL, type ChangeNotice, Notifications, RequestScope, parseChangeNotice } from '#platform/database';
import { Draining } from '#platform/lifecycle';
import { shownSubjectId } from '#tenancy';
import { ChangeFeed, type FeedEvent } from './change-feed.js';
import { TooManyStreams } from './change-streams.errors.js';
import { EventStream } from './event-stream.js';

/**
 * Changes of a tenant within this time are sent together: people notice no difference, and thousands of changes become
 * a few events.
 */
const COLLECT_MS = 150;
const HEARTBEAT_MS = 15_000;
/** A stream ends after this time, so that its client authenticates again. It misses nothing. */
const LIFE_MS = 15 * 60_000;
/** How long a feed without streams is kept for clients that reconnect. */
const FORGET_MS = 60_000;
const MAX_STREAMS_PER_TENANT = 50;

/** The kinds of subjects that streams report, each with the name of its event. */
const EVENT_NAMES: ReadonlyMap<string, string> = new Map(
  [
    'need',
    'assignment',
    'operation',
    'draft',
    'course',
    'worker',
    'site',
    'group',
    'credential',
    'signal_map',
    'readiness',
  ].map((kind) => [kind, kind] as const),
).set('onboarding_step', 'onboarding');
/** After a change of one of these kinds, which may revoke access, clients must authenticate again. */
const ACCESS_KINDS = new Set(['tenant', 'token', 'user']);
/** Actions on these kinds that revoke nobody's access. Anybody can cause a refused log-in. */
const HARMLESS_ACTIONS = new Set(['created', 'linked', 'logged_in', 'login_refused']);

interface TenantStreams {
  readonly feed: ChangeFeed;
  readonly streams: Set<EventStream>;
  flushTimer: NodeJS.Timeout | null;
  forgetTimer: NodeJS.Timeout | null;
}

/** Sends the changes of a tenant to all its connected clients, whichever process made them. */
@Injectable()
export class ChangeStreams implements OnModuleInit, OnModuleDestroy {
  private readonly tenants = new Map<string, TenantStreams>();
  private readonly heartbeat = setInterval(
    () => this.forEachStream((stream) => stream.sendHeartbeat()),
    HEARTBEAT_MS,
  ).unref();

  constructor(
    private readonly notifications: Notifications,
    private readonly scope: RequestScope,
    private readonly draining: Draining,
  ) {}

  async onModuleInit(): Promise<void> {
    this.draining.onBegin(() => this.forEachStream((stream) => stream.end()));
    await this.notifications.listen(CHANGE_CHANNEL, (payload) =>
      payload === null ? this.resyncAll() : this.collect(parseChangeNotice(payload)),
    );
  }

  onModuleDestroy(): void {
    clearInterval(this.heartbeat);
    for (const { flushTimer, forgetTimer } of this.tenants.values())
      for (const timer of [flushTimer, forgetTimer]) if (timer !== null) clearTimeout(timer);
    this.forEachStream((stream) => stream.end());
  }

  /**
   * Opens a stream of the tenant in scope. A client that sends its last event id receives the events it missed, or
   * `resync` if they are unknown.
   * @throws TooManyStreams
   */
  open(lastEventId: string | undefined): StreamableFile {
    const tenantStreams = this.streamsOf(this.scope.tenant.tenantId);
    if (tenantStreams.streams.size >= MAX_STREAMS_PER_TENANT) throw new TooManyStreams(MAX_STREAMS_PER_TENANT);
    const stream = new EventStream();
    const { feed } = tenantStreams;
    const missed = lastEventId === undefined ? [] : feed.since(lastEventId);
    // A client whose connection breaks before it has received all of them asks for them again.
    stream.start(missed === null ? null : (lastEventId ?? feed.position));
    for (const event of missed ?? [feed.resync()]) stream.send(event);
    this.attach(tenantStreams, stream);
    return new StreamableFile(stream, { type: 'text/event-stream' });
  }

  private attach(tenantStreams: TenantStreams, stream: EventStream): void {
    tenantStreams.streams.add(stream);
    const life = setTimeout(() => stream.end(), LIFE_MS).unref();
    stream.once('close', () => {
      clearTimeout(life);
      tenantStreams.streams.delete(stream);
      if (tenantStreams.streams.size === 0) this.forgetLater(tenantStreams);
    });
  }

  private streamsOf(tenantId: string): TenantStreams {
    const tenantStreams = this.tenants.get(tenantId) ?? {
      feed: new ChangeFeed(randomBytes(6).toString('hex')),
      streams: new Set<EventStream>(),
      flushTimer: null,
      forgetTimer: null,
    };
    this.tenants.set(tenantId, tenantStreams);
    if (tenantStreams.forgetTimer !== null) clearTimeout(tenantStreams.forgetTimer);
    tenantStreams.forgetTimer = null;
    return tenantStreams;
  }

  private forgetLater(tenantStreams: TenantStreams): void {
    tenantStreams.forgetTimer = setTimeout(() => {
      for (const [tenantId, known] of this.tenants) if (known === tenantStreams) this.tenants.delete(tenantId);
    }, FORGET_MS).unref();
  }

  private collect({ tenantId, kind, action, ids }: ChangeNotice): void {
    const tenantStreams = this.tenants.get(tenantId);
    if (tenantStreams === undefined) return;
    if (ACCESS_KINDS.has(kind) && !HARMLESS_ACTIONS.has(action))
      for (const stream of tenantStreams.streams) stream.end();
    const name = EVENT_NAMES.get(kind);
    if (name === undefined) return;
    tenantStreams.feed.collect(name, ids && ids.map((id) => shownSubjectId(kind, id)));
    tenantStreams.flushTimer ??= setTimeout(() => {
      tenantStreams.flushTimer = null;
      sendAll(tenantStreams, tenantStreams.feed.flush());
    }, COLLECT_MS);
  }

  /** Handles lost notifications, of which one may have revoked access: clients authenticate and read everything again. */
  private resyncAll(): void {
    for (const tenantStreams of this.tenants.values()) {
      tenantStreams.feed.forget();
      sendAll(tenantStreams, [tenantStreams.feed.resync()]);
    }
    this.forEachStream((stream) => stream.end());
  }

  private forEachStream(act: (stream: EventStream) => void): void {
    for (const { streams } of this.tenants.values()) for (const stream of streams) act(stream);
  }
}

function sendAll({ streams }: TenantStreams, events: readonly FeedEvent[]): void {
  for (const stream of streams) for (const event of events) stream.send(event);
}
