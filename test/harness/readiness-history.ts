import { expect } from '@jest/globals';
import { DAY_MS } from '#platform/text';
import type { TestDatabase } from './database.js';
import { eventually } from './eventually.js';
import type { TestTenant } from './tenant.js';

const SITES = ['North', 'South', 'East'];
const ROLES = ['Rigger', 'Driver'];
const CREDENTIALS = ['WAH licence', 'First aid', 'Forklift licence'];
const TOPICS = ['Manual handling', 'Working at heights', 'First aid', 'Fire safety'];

interface Worker {
  readonly id: string;
  readonly externalWorkerId: string;
}

interface BoardRow {
  readonly worker: { readonly externalWorkerId: string; readonly site: string | null };
  readonly status: string;
  readonly reasons: ReadonlyArray<{
    readonly kind: string;
    readonly severity: number;
    readonly text: string;
    readonly because: ReadonlyArray<{
      readonly kind: string;
      readonly severity: number;
      readonly ref: { readonly id: string };
    }>;
  }>;
}

/** Random actions of people and source systems that change the facts of a tenant; the same seed repeats them. */
export class ReadinessHistory {
  private readonly workers: Worker[] = [];
  private readonly credentials: string[] = [];
  private readonly steps: string[] = [];
  private readonly keys: string[] = [];
  private number = 0;
  private state: number;

  constructor(
    private readonly tenant: TestTenant,
    seed: number,
  ) {
    this.state = seed;
  }

  /** Takes one action. The engine may refuse it. */
  async step(): Promise<void> {
    if (this.workers.length < 4) return this.addWorker();
    const actions = [
      () => this.addWorker(),
      () => this.changeWorker(),
      () => this.addCredential(),
      () => this.addCredential(),
      () => this.changeCredential(),
      () => this.addStep(),
      () => this.endStep(),
      () => this.signal(),
      () => this.signal(),
      () => this.resolve(),
      () => this.decide(),
    ];
    await this.pick(actions)();
  }

  /** A source system reports a need of a site. */
  async siteSignal(): Promise<void> {
    await this.send({ site: this.pick(SITES) });
  }

  /** A number from 0, less than 1 (mulberry32). */
  private random(): number {
    this.state = (this.state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  private pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.random() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  /** A day or an instant between 60 days ago and 120 days from now. */
  private when(): string {
    const time = new Date(Date.now() + (this.random() * 180 - 60) * DAY_MS).toISOString();
    return this.random() < 0.7 ? time.slice(0, 10) : time;
  }

  private async addWorker(): Promise<void> {
    const externalWorkerId = `W-${this.number++}`;
    const body = {
      externalWorkerId,
      name: `Worker ${externalWorkerId}`,
      site: this.pick(SITES),
      role: this.pick(ROLES),
    };
    const { body: created } = await this.tenant.admin<{ id: string }>('POST', '/workers', body);
    this.workers.push({ id: created.id, externalWorkerId });
  }

  private async changeWorker(): Promise<void> {
    const { id } = this.pick(this.workers);
    const change = this.pick([{ site: this.pick(SITES) }, { role: this.pick(ROLES) }, { active: this.random() < 0.5 }]);
    await this.tenant.admin('PATCH', `/workers/${id}`, change);
  }

  private async addCredential(): Promise<void> {
    const { externalWorkerId } = this.pick(this.workers);
    const { body } = await this.tenant.admin<{ id?: string }>('POST', '/credentials', {
      externalWorkerId,
      name: this.pick(CREDENTIALS),
      expiresAt: this.random() < 0.1 ? null : this.when(),
    });
    if (body.id !== undefined) this.credentials.push(body.id);
  }

  private async changeCredential(): Promise<void> {
    if (this.credentials.length === 0) return;
    const path = `/credentials/${this.pick(this.credentials)}`;
    if (this.random() < 0.5) await this.tenant.admin('DELETE', path);
    else await this.tenant.admin('PATCH', path, { expiresAt: this.when() });
  }

  private async addStep(): Promise<void> {
    const { externalWorkerId } = this.pick(this.workers);
    const { body } = await this.tenant.admin<{ id?: string }>('POST', '/onboarding', {
      externalWorkerId,
      step: `Step ${this.number++}`,
    });
    if (body.id !== undefined) this.steps.push(body.id);
  }

  private async endStep(): Promise<void> {
    if (this.steps.length === 0) return;
    await this.tenant.admin('PATCH', `/onboarding/${this.pick(this.steps)}`, { doneAt: new Date().toISOString() });
  }

  private async signal(): Promise<void> {
    await this.send(
      this.random() < 0.5
        ? { site: this.pick(SITES) }
        : { external_worker_id: this.pick(this.workers).externalWorkerId },
    );
  }

  private async send(who: object): Promise<void> {
    const key = `k-${this.number++}`;
    this.keys.push(key);
    await this.tenant.send({
      event: 'signal.near_miss',
      data: { ...who, topic: this.pick(TOPICS), severity: 1 + Math.floor(this.random() * 4), dedupe_key: key },
    });
  }

  private async resolve(): Promise<void> {
    if (this.keys.length === 0) return;
    await this.tenant.send({
      event: 'signal.near_miss',
      data: { site: 'North', dedupe_key: this.pick(this.keys), action: 'resolve' },
    });
  }

  private async decide(): Promise<void> {
    const { body } = await this.tenant.admin<{ items: Array<{ id: string }> }>('GET', '/needs?limit=200');
    if (body.items.length === 0) return;
    const path = `/needs/${this.pick(body.items).id}`;
    if (this.random() < 0.5) await this.tenant.admin('POST', `${path}/dismiss`, { reason: 'other' });
    else await this.tenant.admin('POST', `${path}/snooze`, { until: new Date(Date.now() + DAY_MS).toISOString() });
  }
}

/** Waits until the board is up to date: no worker is marked, no current period has ended, and no need is unresolved. */
export function boardSettled(database: TestDatabase, milliseconds = 30_000): Promise<void> {
  return eventually(async () => {
    const [waiting] = await database.query<{ marks: number; ended: number; unresolved: number }>(
      `select (select count(*)::int from readiness_mark) as marks,
         (select count(*)::int from readiness_period where is_current and valid_to <= now()) as ended,
         (select count(*)::int from need where unresolved_since is not null) as unresolved`,
    );
    expect(waiting).toEqual({ marks: 0, ended: 0, unresolved: 0 });
  }, milliseconds);
}

/**
 * Compares the board, which reads stored readiness, with the gate, which applies the rule to the facts if a site is
 * given: here each worker's own.
 * @param at null: now
 */
export async function expectBoardOfRule(tenant: TestTenant, at: string | null): Promise<void> {
  const query = at === null ? '' : `&asOf=${at}`;
  const { body: board } = await tenant.admin<{ items: BoardRow[] }>('GET', `/readiness?limit=200${query}`);
  const bySite = Map.groupBy(board.items, ({ worker }) => worker.site);
  for (const [site, rows] of bySite) {
    const workers = rows.map(({ worker: { externalWorkerId } }) => ({ externalWorkerId }));
    const { body } = await tenant.admin<{ items: BoardRow[] }>('POST', '/readiness/check', {
      workers,
      ...(at === null ? {} : { at }),
      ...(site === null ? {} : { site }),
    });
    const seen = (row: BoardRow): object => ({
      status: row.status,
      reasons: row.reasons.map(({ kind, severity, text }) => `${kind} ${severity} ${text}`).toSorted(),
    });
    expect(rows.map(seen)).toEqual(body.items.map(seen));
  }
}

interface Counts {
  readonly total: number;
  readonly ready: number;
  readonly atRisk: number;
  readonly notReady: number;
}

interface Summary extends Counts {
  readonly sites: ReadonlyArray<Counts & { readonly site: string | null }>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly causes: ReadonlyArray<{ readonly needId: string; readonly people: number }>;
}

/** Compares the totals and the summary, which come from stored counts, with the rows of the board. */
export async function expectCountsOfRows(tenant: TestTenant, query: string): Promise<void> {
  const { body: board } = await tenant.admin<{ items: BoardRow[]; total: number }>(
    'GET',
    `/readiness?limit=200&${query}`,
  );
  const { body: summary } = await tenant.admin<Summary>('GET', `/readiness/summary?${query}`);
  const count = (rows: readonly BoardRow[]): Counts => {
    const of = (status: string): number => rows.filter((row) => row.status === status).length;
    return { total: rows.length, ready: of('ready'), atRisk: of('at_risk'), notReady: of('not_ready') };
  };
  const bySite = Map.groupBy(board.items, ({ worker }) => worker.site);
  const withKind = (kind: string): number =>
    board.items.filter(({ reasons }) => reasons.some(({ because }) => because.some((one) => one.kind === kind))).length;
  expect(board.total).toBe(board.items.length);
  expect(summary).toMatchObject(count(board.items));
  for (const { site, ...counts } of summary.sites) expect(counts).toMatchObject(count(bySite.get(site) ?? []));
  for (const [kind, people] of Object.entries(summary.kinds)) expect([kind, people]).toEqual([kind, withKind(kind)]);
  expect(summary.causes).toEqual(
    summary.causes.map((cause) => expect.objectContaining({ people: withNeed(board.items, cause.needId) })),
  );
}

/** The number of workers whose most severe reasons include the need, and who are not ready or at risk. */
function withNeed(rows: readonly BoardRow[], needId: string): number {
  const worst: Readonly<Record<string, number>> = { not_ready: 4, at_risk: 3 };
  return rows.filter(({ status, reasons }) =>
    reasons.some(({ because }) => because.some(({ ref, severity }) => ref.id === needId && severity === worst[status])),
  ).length;
}
