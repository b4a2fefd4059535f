import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Drone Operation';

describe('an assignment without a need', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let workerId: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { title: TOPIC });
    workerId = (await addWorker(tenant)).id;
    // No route makes one yet.
    await engine.database.query(
      `insert into assignment (tenant_id, id, worker_id, course_id, operation_id, due_at)
       select tenant.id, uuid_next(), worker.id, course.id, uuid_next(), now() + interval '7 days' from tenant
         join worker on worker.tenant_id = tenant.id join course on course.tenant_id = tenant.id where slug = $1`,
      [tenant.slug],
    );
  });

  const assignment = async (): Promise<Schemas['AssignmentView'] | undefined> =>
    (await tenant.admin<{ items: Schemas['AssignmentView'][] }>('GET', '/assignments')).body.items[0];

  it('is listed without a need', async () => {
    expect(await assignment()).toMatchObject({ needId: null, status: 'assigned' });
  });

  it('closes the need that its course answers when it is completed', async () => {
    await sendSignal(tenant, { external_worker_id: 'Ada', topic: TOPIC });
    const [need] = await tenant.resolvedNeeds();
    const { status, body } = await tenant.admin('POST', `/assignments/${(await assignment())?.id}/complete`, {});
    expect({ status, body }).toMatchObject({ status: 200, body: { needId: null, status: 'completed' } });
    expect((await tenant.admin('GET', `/needs/${need?.id}`)).body).toMatchObject({ status: 'completed' });
  });

  it('is cancelled when the person leaves', async () => {
    expect((await tenant.admin('PATCH', `/workers/${workerId}`, { active: false })).status).toBe(200);
    await eventually(async () => expect((await assignment())?.status).toBe('cancelled'));
  });
});
