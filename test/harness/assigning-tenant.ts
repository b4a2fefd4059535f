import type { TestTenant } from './tenant.js';

export interface ShownAssignment {
  readonly id: string;
  readonly status: string;
  readonly needId: string | null;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly reassignedTo: string | null;
  readonly version: number;
  readonly worker: { readonly id: string; readonly name: string };
  readonly code?: string;
  readonly errors?: ReadonlyArray<{ readonly field: string; readonly message: string }>;
}

interface ShownNeed {
  readonly status: string;
  readonly dueAt: string | null;
  readonly audience: { readonly people: number };
  readonly history: ReadonlyArray<{ readonly action: string }>;
}

/** The response to an offer, or to an assignment without a need. */
interface Assigned {
  readonly operationId: string | null;
  readonly status: string | null;
  readonly courseId: string;
  readonly dueAt: string;
  readonly people: number;
  readonly counts: Record<string, number> | null;
  readonly code?: string;
}

interface AuditedChange {
  readonly action: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** A tenant with a published course, for tests of its assignments. */
export class AssigningTenant {
  static readonly TOPIC = 'Drone Operation';

  private constructor(
    readonly tenant: TestTenant,
    readonly courseId: string,
  ) {}

  static async of(tenant: TestTenant): Promise<AssigningTenant> {
    const { body } = await tenant.admin<{ id: string }>('POST', '/courses', { title: AssigningTenant.TOPIC });
    await tenant.admin('POST', `/courses/${body.id}/publish`);
    return new AssigningTenant(tenant, body.id);
  }

  /** A worker whose external id is the name. @returns the id */
  async hire(name: string, site = 'North'): Promise<string> {
    const worker = { name, externalWorkerId: name, site };
    return (await this.tenant.admin<{ id: string }>('POST', '/workers', worker)).body.id;
  }

  /** Raises a need for the course. @returns its id */
  async raise(data: object): Promise<string> {
    await this.tenant.send({ event: 'signal.incident', data: { topic: AssigningTenant.TOPIC, ...data } });
    const needs = await this.tenant.resolvedNeeds();
    return needs.toSorted((one, other) => (one.id < other.id ? 1 : -1))[0]?.id ?? '';
  }

  /** Raises a need, and offers the course. @returns the need's id */
  async offered(data: object, body: object = {}): Promise<string> {
    const id = await this.raise(data);
    await this.offer(id, body);
    return id;
  }

  /** Offers the course for a need. @returns how many people were assigned it, and how many not */
  async offer(needId: string, body: object = {}): Promise<Assigned['counts']> {
    const { status, body: answer } = await this.tenant.admin<Assigned>('POST', `/needs/${needId}/offer`, body);
    if (status !== 200) throw new Error(`the offer is answered ${status}`);
    return answer.counts;
  }

  /** Assigns the course, or another one, without a need. */
  assign(body: object) {
    return this.tenant.admin<Assigned>('POST', '/assignments', { courseId: this.courseId, ...body });
  }

  async need(id: string): Promise<ShownNeed> {
    return (await this.tenant.admin<ShownNeed>('GET', `/needs/${id}`)).body;
  }

  /** The latest assignment of a worker. */
  async assignmentOf(worker: string): Promise<ShownAssignment> {
    const { body } = await this.tenant.admin<{ items: ShownAssignment[] }>('GET', `/assignments?worker=${worker}`);
    const [latest] = body.items;
    if (latest === undefined) throw new Error(`${worker} has no assignment`);
    return latest;
  }

  /** Completes, cancels, extends or reassigns an assignment. */
  act(id: string, event: string, body: object = {}, headers: Record<string, string> = {}) {
    return this.tenant.admin<ShownAssignment>('POST', `/assignments/${id}/${event}`, body, headers);
  }

  /** The changes of a subject in the audit log, latest first. */
  async auditOf(subject: string): Promise<AuditedChange[]> {
    const { body } = await this.tenant.admin<{ items: AuditedChange[] }>('GET', `/audit?subject=${subject}`);
    return body.items.map(({ action, before, after }) => ({ action, before, after }));
  }

  /** The kinds of facts behind a worker's reasons on the board, and when the training for the first reason is due. */
  async boardOf(workerId: string): Promise<{ facts: string[]; dueAt: string | null }> {
    interface Reason {
      readonly because: ReadonlyArray<{ readonly kind: string }>;
      readonly progress: { readonly dueAt: string | null } | null;
    }
    const { reasons } = (await this.tenant.admin<{ reasons: Reason[] }>('GET', `/readiness/${workerId}`)).body;
    return {
      facts: reasons.flatMap(({ because }) => because.map(({ kind }) => kind)).toSorted(),
      dueAt: reasons[0]?.progress?.dueAt ?? null,
    };
  }
}
