import { Shares } from './shares.js';
import { type Fleet, SITES_PER_TENANT, TOPICS, externalWorkerId, siteName, tenantSlug, workerEmail } from '../world.js';

/** One event to send, and whether it is the first of its data point. */
export interface WorkloadEvent {
  readonly tenant: number;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isFirst: boolean;
}

const DUPLICATES = 0.25;
/** A duplicate repeats one of the last events of this number, like retries and the next full sync do. */
const RECENT = 4_096;

/** Source systems, with their types and their formats of ids. */
const SOURCES = [
  { type: 'credential_expiring', system: 'licence-register', category: 'Refresher', severity: 3 },
  { type: 'credential_expired', system: 'licence-register', category: 'Refresher', severity: undefined },
  { type: 'incident', system: 'incident-log', category: 'Toolbox', severity: 4 },
  { type: 'role_assigned', system: 'hr-core', category: 'Role readiness', severity: undefined },
  { type: 'policy_updated', system: 'policy-library', category: 'Policy', severity: 1 },
  { type: 'onboarding_gap', system: 'onboarding-tool', category: 'Induction', severity: 2 },
] as const;

type Audience = 'email' | 'external_worker_id' | 'site';

/**
 * An endless stream of events, the same in every run: a quarter repeats a recent data point. Half of the new ones have
 * their own dedupe key. The other half use the default key, so that no two of them may agree in type, worker or site,
 * and topic.
 */
export class Workload {
  private readonly random = seeded(20_260_715);
  private readonly recent: WorkloadEvent[] = [];
  private readonly defaultKeys = new Map<string, number>();
  private sequence = 0;

  private readonly audiences: Readonly<Record<Audience, number>>;
  private readonly senders: Shares;

  /** @param senders the tenants whose source systems send, by index; all if it is unset */
  constructor({ tenants, workers, spread }: Fleet, senders?: readonly number[]) {
    this.audiences = { email: workers, external_worker_id: workers, site: SITES_PER_TENANT };
    this.senders = new Shares(senders ?? Array.from({ length: tenants }, (_, tenant) => tenant), spread);
  }

  /** Forgets the recent events, which may not have been sent. */
  startOver(): void {
    this.recent.length = 0;
  }

  next(): WorkloadEvent {
    this.sequence++;
    const repeated =
      this.recent.length > 0 && this.random() < DUPLICATES ? this.recent[this.below(this.recent.length)] : undefined;
    if (repeated !== undefined)
      return { ...repeated, data: { ...repeated.data, payload: this.payload(repeated.event) }, isFirst: false };
    const event = this.fresh();
    if (this.recent.length < RECENT) this.recent.push(event);
    else this.recent[this.sequence % RECENT] = event;
    return event;
  }

  private fresh(): WorkloadEvent {
    const tenant = this.senders.at(this.random());
    const audience = this.audience();
    const hasOwnKey = this.random() < 0.5;
    const { subject, topic, source } = hasOwnKey ? this.anyPoint(audience) : this.unusedPoint(tenant, audience);
    const { type, system, category, severity } = SOURCES[source] ?? SOURCES[0];
    const event = `signal.${type}`;
    const data = {
      [audience]: subjectOf(audience, tenant, subject),
      topic: TOPICS[topic],
      category,
      severity,
      dedupe_key: hasOwnKey ? `${system}/${tenantSlug(tenant)}/record-${this.sequence}` : undefined,
      payload: this.payload(event),
    };
    return { tenant, event, data, isFirst: true };
  }

  private anyPoint(audience: Audience): { subject: number; topic: number; source: number } {
    return {
      subject: this.below(this.audiences[audience]),
      topic: this.below(TOPICS.length),
      source: this.below(SOURCES.length),
    };
  }

  /**
   * Counts through all triples; once they are used up, through those of workers and sites that the directory does not
   * know.
   */
  private unusedPoint(tenant: number, audience: Audience): { subject: number; topic: number; source: number } {
    const counter = `${tenant} ${audience}`;
    const used = this.defaultKeys.get(counter) ?? 0;
    this.defaultKeys.set(counter, used + 1);
    const subjects = this.audiences[audience];
    const cycle = Math.floor(used / subjects);
    const unknown = Math.floor(cycle / (TOPICS.length * SOURCES.length));
    return {
      subject: (used % subjects) + unknown * subjects,
      topic: cycle % TOPICS.length,
      source: Math.floor(cycle / TOPICS.length) % SOURCES.length,
    };
  }

  private audience(): Audience {
    const dice = this.random();
    return dice < 0.45 ? 'email' : dice < 0.85 ? 'external_worker_id' : 'site';
  }

  private payload(event: string): object {
    const day = String(1 + (this.sequence % 28)).padStart(2, '0');
    return {
      ref: `REC-${this.sequence}`,
      observed_at: `2026-07-${day}T08:30:00Z`,
      rule: `${event.slice(7)}/v2`,
      note: 'sent by the nightly synchronisation',
    };
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}

function subjectOf(audience: Audience, tenant: number, subject: number): string {
  switch (audience) {
    case 'email':
      return workerEmail(tenantSlug(tenant), subject + 1);
    case 'external_worker_id':
      return externalWorkerId(subject + 1);
    case 'site':
      return siteName(subject + 1);
  }
}

/** Mulberry32: small, fast and deterministic on every platform, so that runs are comparable. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
