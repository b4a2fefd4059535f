import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { needCounts } from '../factories/needs.js';
import { signal as eventOf } from '../factories/signals.js';
import { addManyWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await publishedCourse(tenant, { title: 'Manual Handling', topics: [] });
});

describe('a signal of a completed training', () => {
  it('in a batch closes earlier needs of the batch, in whatever order they are resolved', async () => {
    await addManyWorkers(engine, tenant, 300);
    const events = Array.from({ length: 300 }, (_value, index) => {
      const data = { external_worker_id: `W-${index + 1}`, topic: 'Manual Handling' };
      return [eventOf(data), eventOf(data, 'course_completed')];
    }).flat();
    const answer = (await (await tenant.send(events)).json()) as { results: Array<{ completion?: boolean }> };
    expect(answer.results.filter(({ completion }) => completion === true)).toHaveLength(300);
    await eventually(async () => expect(await needCounts(engine, tenant)).toEqual({ completed: 300 }));
    const entries = await engine.database.query(
      `select from audit_entry where tenant_id = $1 and action = 'need.completed'`,
      [tenant.id],
    );
    expect(entries).toHaveLength(300);
  });
});
