import { DAY_MS } from '#platform/text';
import type { TestTenant } from './tenant.js';

const SITES = ['North', 'South', 'East'];
const ROLES = ['Rigger', 'Driver'];
const CREDENTIALS = ['WAH licence', 'First aid', 'Forklift licence'];
const TOPICS = ['Manual handling', 'Working at heights', 'First aid', 'Fire safety'];
const GROUPS = ['Crew', 'Night'];

interface Worker {
  readonly id: string;
  readonly externalWorkerId: string;
}

/** Random actions of people and source systems that change the facts of a tenant; the same seed repeats them. */
export class ReadinessHistory {
  private readonly workers: Worker[] = [];
  private readonly credentials: string[] = [];
  private readonly steps: string[] = [];
  private readonly keys: string[] = [];
  private readonly courses: string[] = [];
  private readonly requirements: string[] = [];
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
      () => this.require(),
      () => this.changeRequirement(),
      () => this.waive(),
      () => this.complete(),
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
    const change = this.pick([
      { site: this.pick(SITES) },
      { role: this.pick(ROLES) },
      { active: this.random() < 0.5 },
      { groups: [this.pick(GROUPS)] },
    ]);
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

  private async course(): Promise<string> {
    if (this.courses.length < 2) {
      const title = this.pick(TOPICS);
      const { body } = await this.tenant.admin<{ id: string }>('POST', '/courses', { title });
      await this.tenant.admin('POST', `/courses/${body.id}/publish`);
      this.courses.push(body.id);
    }
    return this.pick(this.courses);
  }

  private async require(): Promise<void> {
    const appliesTo = this.pick([
      { kind: 'everyone' },
      { kind: 'site', name: this.pick(SITES) },
      { kind: 'group', name: this.pick(GROUPS) },
      { kind: 'role', name: this.pick(ROLES) },
    ]);
    const required = this.pick([
      { credential: this.pick(CREDENTIALS) },
      { courseId: await this.course(), validDays: this.pick([null, 5, 100]) },
    ]);
    const { body } = await this.tenant.admin<{ id?: string }>('POST', '/requirements', {
      appliesTo,
      ...required,
      severity: this.pick([null, 2, 3, 4]),
      graceDays: this.pick([0, 20]),
      from: this.pick([null, this.when().slice(0, 10)]),
    });
    if (body.id !== undefined) this.requirements.push(body.id);
  }

  private async changeRequirement(): Promise<void> {
    if (this.requirements.length === 0) return;
    const path = `/requirements/${this.pick(this.requirements)}`;
    const change = this.pick([{ severity: 4 }, { graceDays: 40 }, { from: null }, { credential: 'First aid' }, null]);
    if (change === null) await this.tenant.admin('DELETE', path);
    else await this.tenant.admin('PATCH', path, change);
  }

  private async waive(): Promise<void> {
    const { id: workerId } = this.pick(this.workers);
    const waived = this.pick([
      { credential: this.pick(CREDENTIALS) },
      ...this.requirements.map((requirementId) => ({ requirementId })),
    ]);
    await this.tenant.admin('POST', '/waivers', { workerId, ...waived, until: this.when(), note: 'Agreed' });
  }

  /** Somebody is assigned a course, which they may have completed before today, or not yet. */
  private async complete(): Promise<void> {
    const { id: workerId } = this.pick(this.workers);
    const courseId = await this.course();
    const dueAt = new Date(Date.now() + this.random() * 60 * DAY_MS + DAY_MS).toISOString();
    await this.tenant.admin('POST', '/assignments', { courseId, workerIds: [workerId], dueAt });
    const query = `worker=${workerId}&status=assigned`;
    const { body } = await this.tenant.admin<{ items: Array<{ id: string }> }>('GET', `/assignments?${query}`);
    const completedAt = new Date(Date.now() - this.random() * 60 * DAY_MS).toISOString();
    if (this.random() < 0.6)
      for (const { id } of body.items) await this.tenant.admin('POST', `/assignments/${id}/complete`, { completedAt });
  }

  private async decide(): Promise<void> {
    const { body } = await this.tenant.admin<{ items: Array<{ id: string }> }>('GET', '/needs?limit=200');
    if (body.items.length === 0) return;
    const path = `/needs/${this.pick(body.items).id}`;
    if (this.random() < 0.5) await this.tenant.admin('POST', `${path}/dismiss`, { reason: 'other' });
    else await this.tenant.admin('POST', `${path}/snooze`, { until: new Date(Date.now() + DAY_MS).toISOString() });
  }
}
