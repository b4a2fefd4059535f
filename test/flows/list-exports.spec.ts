import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { addCredential } from '../factories/credentials.js';
import { publishedCourse } from '../factories/courses.js';
import { asRole } from '../factories/tokens.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

const DAY = '2031-03-01';

beforeAll(async () => {
  engine = await sharedEngine();
  tenant = await engine.createTenant();
  const ada = await addWorker(tenant, { externalWorkerId: 'E-1', name: 'Ada', site: 'North', groups: ['A', 'B'] });
  await addWorker(tenant, { externalWorkerId: 'E-2', name: 'Ben', site: 'South' });
  await addCredential(tenant, { externalWorkerId: 'E-1', name: '=Licence', expiresAt: DAY });
  await addCredential(tenant, { externalWorkerId: 'E-2', name: 'First Aid', expiresAt: null });
  const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
  await tenant.admin('POST', '/assignments', { courseId, workerIds: [ada.id], dueAt: DAY });
});

const get = (path: string, token = tenant.adminToken): Promise<Response> => tenant.as(token).call('GET', path);
const rows = async (path: string): Promise<Array<Record<string, string>>> => {
  const [head = '', ...lines] = (await (await get(path)).text()).trim().split('\r\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
};

describe('an export of a list', () => {
  it('of workers has their fields, and can be imported again', async () => {
    const [ada, ...others] = await rows('/workers.csv?site=north');
    expect([ada, others]).toMatchObject([
      { externalWorkerId: 'E-1', name: 'Ada', site: 'North', groups: 'A; B', active: 'true' },
      [],
    ]);
    const file = await (await get('/workers.csv')).text();
    const mapping = encodeURIComponent('externalWorkerId:externalWorkerId,name:name,site:site,groups:groups');
    const { body } = await tenant.importRows(`/workers?mapping=${mapping}`, file);
    expect(body).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 0 });
  });

  it('can be imported again with values that look like formulas', async () => {
    const other = await engine.createTenant();
    const worker = { externalWorkerId: '-7', learnerId: '+61 400', name: '@Ada', site: '=North', groups: ['-A'] };
    await addWorker(other, worker);
    const file = await (await other.call('GET', '/workers.csv')).text();
    expect(file).toContain("'-7");
    const fields = ['externalWorkerId', 'learnerId', 'name', 'site', 'groups'];
    const mapping = encodeURIComponent(fields.map((field) => `${field}:${field}`).join(','));
    const { body } = await other.importRows(`/workers?mapping=${mapping}`, file);
    expect(body).toMatchObject({ created: 0, updated: 0, unchanged: 1, failed: 0 });
  });

  it('of credentials has days as days, and no formulas', async () => {
    expect(await rows('/credentials.csv?expiresBefore=2032-01-01')).toMatchObject([
      { worker: 'Ada', externalWorkerId: 'E-1', name: "'=Licence", expiresAt: DAY, supersededAt: '' },
    ]);
    expect(await rows('/credentials.csv')).toHaveLength(2);
  });

  it('of assignments has the filters and the order of the list', async () => {
    expect(await rows('/assignments.csv?worker=E-1&sort=due')).toMatchObject([
      { status: 'assigned', worker: 'Ada', course: 'Rigging', dueAt: DAY, overdue: 'false', completedAt: '' },
    ]);
    expect(await rows('/assignments.csv?status=completed')).toEqual([]);
  });

  it('of the audit log has what changed, and is for admins', async () => {
    const entries = await rows('/audit.csv?action=course.published');
    expect(entries).toMatchObject([{ action: 'course.published', subject: 'course' }]);
    const viewer = await asRole(tenant, 'viewer');
    const answers = await Promise.all(
      ['/audit.csv', '/workers.csv', '/assignments.csv'].map((path) => get(path, viewer.adminToken)),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 200]);
  });

  it.each(['workers', 'credentials', 'assignments', 'audit'])('of %s is a workbook, too', async (list) => {
    const response = await get(`/${list}.xlsx`);
    expect(response.headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="${list}-.*xlsx"$`));
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const { body } = await tenant.admin<{ items: unknown[] }>('GET', `/${list}?limit=200`);
    expect(sheet.match(/<row /g)).toHaveLength(body.items.length + 1);
  });

  it.each(['limit=10', 'cursor=x', 'sites=North'])('refuses %s by name', async (query) => {
    const response = await get(`/workers.csv?${query}`);
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ field: query.split('=')[0] }] }]);
  });
});
