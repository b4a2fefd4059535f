import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { boardLines, boardPage, boardReasons, boardRows, boardShows, expectReasons } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { addRiggersAndClerk } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { expectStale } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const RIGGERS = { kind: 'role', name: 'Rigger' } as const;
const CLERKS = { kind: 'role', name: 'Clerk' } as const;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addRiggersAndClerk(tenant);
});

const add = (fields: Parameters<typeof addRequirement>[1]) => addRequirement(tenant, fields);
const course = async (title: string): Promise<string> => (await draftCourse(tenant, { title })).id;

describe('a requirement', () => {
  it('of a credential makes whoever never held it not ready', async () => {
    const sent = { appliesTo: { kind: 'role', name: 'RIGGER' }, credential: 'WAH licence' };
    const { status, body, headers } = await tenant.admin('POST', '/requirements', sent);
    expect({ status, etag: headers.get('etag') }).toEqual({ status: 201, etag: '"1"' });
    const shown = { appliesTo: { kind: 'role' }, credential: 'WAH licence', severity: null, graceDays: 0 };
    expect(body).toMatchObject(shown);
    await boardShows(tenant, [
      'Ada | not_ready | credential_missing 4',
      'Cleo | not_ready | credential_missing 4',
      'Ben | ready',
    ]);
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'wah  LICENCE', expiresAt: dateInDays(300) });
    await boardShows(tenant, ['Cleo | not_ready | credential_missing 4', 'Ada | ready', 'Ben | ready']);
  });

  it('of a course puts whoever has not completed it at risk', async () => {
    const courseId = await course('Fire Warden');
    const added = await add({ appliesTo: { kind: 'group', name: 'crew' }, courseId, validDays: 365 });
    expect(added).toMatchObject({ courseId, courseTitle: 'Fire Warden', credential: null, validDays: 365 });
    await boardShows(tenant, ['Cleo | at_risk | training_missing 3', 'Ada | ready', 'Ben | ready']);
  });

  it('of a course shows its present title, also after the course was deleted', async () => {
    const courseId = await course('Fire Warden');
    await add({ appliesTo: CLERKS, courseId });
    const shows = (title: string): Promise<void> =>
      expectReasons(tenant, [`Ben | at_risk | ${title} is required and not completed`], 'status=at_risk');
    await shows('Fire Warden');
    await tenant.api.changeCourse({ path: { id: courseId }, body: { title: 'Evacuation Marshal' } });
    await shows('Evacuation Marshal');
    expect(await boardReasons(tenant, 'topic=evacuation%20marshal')).toHaveLength(1);
    await tenant.api.removeCourse({ path: { id: courseId } });
    await shows('A course that is no longer in the library');
  });

  it('is a mild reason while its days of grace last', async () => {
    await add({ appliesTo: { kind: 'site', name: 'North' }, credential: 'First Aid', graceDays: 14 });
    await boardShows(tenant, [
      'Ada | ready | credential_missing 2',
      'Ben | ready | credential_missing 2',
      'Cleo | ready',
    ]);
    const [ada] = await boardRows(tenant);
    expect(ada?.reasons[0]?.text).toMatch(/^First Aid is required and was never recorded, with grace until \d/);
  });

  it('lowers the severity of an expiring credential, and does not raise it', async () => {
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'WAH', expiresAt: dateInDays(10) });
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'LOTO', expiresAt: dateInDays(10) });
    await add({ credential: 'WAH', severity: 2 });
    await add({ appliesTo: CLERKS, credential: 'LOTO', severity: 4 });
    await eventually(async () =>
      expect(await boardLines(tenant)).toEqual(
        expect.arrayContaining([
          'Ada | ready | credential_expiring 2',
          'Ben | at_risk | credential_expiring 3 | credential_missing 2',
        ]),
      ),
    );
  });

  it('may begin on a day to come', async () => {
    const { from } = await add({ credential: 'First Aid', from: dateInDays(30) });
    expect(from).toBe(dateInDays(30));
    await eventually(async () => {
      const { items } = await boardPage(tenant, `asOf=${dateInDays(31)}`);
      expect(items.map(({ status }) => status)).toEqual(['not_ready', 'not_ready', 'not_ready']);
    });
    expect(await boardLines(tenant)).toEqual(['Ada | ready', 'Ben | ready', 'Cleo | ready']);
  });

  it('is changed and deleted, and the board follows', async () => {
    const courseId = await course('Fire Warden');
    const { id } = await add({ appliesTo: RIGGERS, courseId, validDays: 30 });
    await boardShows(tenant, [
      'Ada | at_risk | training_missing 3',
      'Cleo | at_risk | training_missing 3',
      'Ben | ready',
    ]);
    const path = `/requirements/${id}`;
    const body = { appliesTo: CLERKS, credential: 'Fire Warden card', severity: 4 };
    const changed = await tenant.api.changeRequirement({ path: { id }, body });
    expect(changed).toMatchObject({ courseId: null, credential: 'Fire Warden card', validDays: null, version: 2 });
    await boardShows(tenant, ['Ben | not_ready | credential_missing 4', 'Ada | ready', 'Cleo | ready']);
    await expectStale(tenant, path, [['DELETE']]);
    expect((await tenant.admin('DELETE', path)).status).toBe(204);
    await boardShows(tenant, ['Ada | ready', 'Ben | ready', 'Cleo | ready']);
    expect((await tenant.admin('GET', path)).status).toBe(404);
  });
});
