import { expect, it } from '@jest/globals';
import { assignmentOf } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { learnerPage } from '../factories/learning.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';

it('shows a learner a page, and programs the problem, if answers wait too long for locks of the tenant', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  const { id: courseId } = await publishedCourse(tenant, { content: 'Read this.' });
  const { id: workerId } = await addWorker(tenant, { name: 'Ana' });
  await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
  const { id } = await assignmentOf(tenant, workerId);
  const page = await learnerPage(tenant, id);
  const { version } = await page.read();
  const answer = (accept: string): Promise<Response> =>
    httpCall('POST', page.url, {
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept },
      body: `version=${version}`,
    });
  const [shown, problem] = await engine.database.inTransaction(async (tx) => {
    await tx.query('select from assignment where tenant_id = $1 for update', [tenant.id]);
    return Promise.all([answer('text/html,application/xhtml+xml'), answer('application/json')]);
  });
  expect([shown.status, shown.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  expect(shown.headers.get('retry-after')).toBe('2');
  expect(await shown.text()).toContain('try again in a moment');
  expect([problem.status, problem.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  expect((await answer('text/html')).status).toBe(303);
});
