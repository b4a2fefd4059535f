import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import { actOn, assignmentOf, offer } from '../../factories/assignments.js';
import { publishedCourse } from '../../factories/courses.js';
import { timeInDays } from '../../factories/days.js';
import { expectNeed, raisedNeed } from '../../factories/needs.js';
import { hire } from '../../factories/workers.js';
import type { TestEngine } from '../../harness/engine.js';
import { eventually } from '../../harness/eventually.js';
import type { NeedChangeRecord } from '../../harness/need-change-record.js';
import type { TestTenant } from '../../harness/tenant.js';

export const TOMORROW = timeInDays(1);
export const TOPIC = 'Drone Operation';

/** Makes changes, and expects what they publish. */
export type Story = (stage: Stage) => Promise<void>;
export type Stories = Readonly<Record<string, Story>>;

export type Stage = ReturnType<typeof stageOf>;

/** A tenant whose changes are recorded, with short ways to make them. */
export function stageOf(engine: TestEngine, tenant: TestTenant, record: NeedChangeRecord) {
  const raise = async (data: object, type?: string): Promise<string> =>
    (await raisedNeed(tenant, { topic: TOPIC, ...data }, type)).id;
  const act = async (worker: string, event: Parameters<typeof actOn>[2], body?: object): Promise<unknown> =>
    actOn(tenant, (await assignmentOf(tenant, worker)).id, event, body);
  return {
    engine,
    tenant,
    record,
    /** Expects that a change changes this many rows of each table, and that their transactions publish them. */
    expectPublished: async (rows: Record<string, number>, change: () => Promise<unknown>): Promise<void> => {
      await record.clear();
      await change();
      await eventually(async () => expect(await record.counts()).toEqual(rows));
      expect(await record.unpublished()).toEqual([]);
    },
    raise,
    opened: (): Promise<string> => raise({ site: 'Site A' }),
    hire: (name: string, site = 'Site A'): Promise<string> => hire(tenant, name, site),
    publish: async (title = TOPIC): Promise<string> => (await publishedCourse(tenant, { title })).id,
    statusIs: (id: string, status: string): Promise<void> => expectNeed(tenant, id, { status }),
    offer: async (id: string, body?: Schemas['OfferBody']): Promise<string> =>
      (await offer(tenant, id, body)).operationId ?? '',
    act,
    complete: (worker: string): Promise<unknown> => act(worker, 'complete'),
  };
}
