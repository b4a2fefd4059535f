import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InputOf } from '#client';
import { draftCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { dateInDays } from '../factories/days.js';
import { boardLines, boardPage, boardReasons, boardRows, boardShows, expectReasons } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { addRiggersAndClerk } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { expectStale, refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const EVERYONE = { kind: 'everyone' } as const;
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

  it('is stored once for an audience', async () => {
    const post = (body: object) => tenant.admin('POST', '/requirements', body);
    const body = { appliesTo: RIGGERS, credential: 'WAH licence' };
    expect((await post(body)).status).toBe(201);
    const again = await post({ ...body, credential: ' wah LICENCE', severity: 2 });
    expect(again).toMatchObject(refusal(409, 'requirement_exists'));
    expect((await post({ ...body, appliesTo: EVERYONE })).status).toBe(201);
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

  it('is found by its audience, by what is required, and by a part of its words', async () => {
    const courseId = await course('Fire Warden');
    await add({ appliesTo: RIGGERS, credential: 'WAH licence' });
    await add({ appliesTo: { kind: 'site', name: 'North' }, courseId });
    await add({ appliesTo: { kind: 'group', name: 'Crew' }, credential: 'First Aid' });
    const found = async (query: InputOf<'listRequirements'>['query']): Promise<Array<string | null>> =>
      (await tenant.api.listRequirements({ query })).items.map(
        ({ credential, courseTitle }) => credential ?? courseTitle,
      );
    expect(await found({})).toEqual(['First Aid', 'Fire Warden', 'WAH licence']);
    expect(await found({ appliesTo: 'role' })).toEqual(['WAH licence']);
    expect(await found({ role: 'rigger' })).toEqual(['WAH licence']);
    expect(await found({ site: 'north' })).toEqual(['Fire Warden']);
    expect(await found({ group: 'crew' })).toEqual(['First Aid']);
    expect(await found({ credential: 'first aid' })).toEqual(['First Aid']);
    expect(await found({ courseId })).toEqual(['Fire Warden']);
    expect(await found({ q: 'warden' })).toEqual(['Fire Warden']);
    expect(await found({ q: 'nort' })).toEqual(['Fire Warden']);
  });

  it.each<[object, string, string]>([
    [{ appliesTo: EVERYONE }, 'credential', 'exactly one'],
    [{ appliesTo: EVERYONE, credential: 'A', courseId: 'crs_1' }, 'courseId', 'exactly one'],
    [{ appliesTo: EVERYONE, credential: ' ' }, 'credential', 'longer'],
    [{ appliesTo: EVERYONE, courseId: 'crs_1' }, 'courseId', 'course of the library'],
    [{ appliesTo: EVERYONE, credential: 'A', validDays: 30 }, 'validDays', 'courses only'],
    [{ appliesTo: { kind: 'everyone', name: 'North' }, credential: 'A' }, 'appliesTo.name', 'left out'],
    [{ appliesTo: { kind: 'site' }, credential: 'A' }, 'appliesTo.name', 'must name a site'],
    [{ appliesTo: { kind: 'site', name: 'West' }, credential: 'A' }, 'appliesTo.name', 'names no site'],
    [{ appliesTo: { kind: 'group', name: 'West' }, credential: 'A' }, 'appliesTo.name', 'names no group'],
    [{ appliesTo: { kind: 'role', name: 'Pilot' }, credential: 'A' }, 'appliesTo.name', 'no worker has'],
    [{ appliesTo: { kind: 'team', name: 'A' }, credential: 'A' }, 'appliesTo.kind', 'one of'],
    [{ appliesTo: EVERYONE, credential: 'A', from: '2027-02-30' }, 'from', 'must be a day'],
    [{ appliesTo: EVERYONE, credential: 'A', from: '2027-02-01T00:00:00Z' }, 'from', 'must be a day'],
    [{ appliesTo: EVERYONE, credential: 'A', severity: 5 }, 'severity', '4'],
    [{ credential: 'A' }, 'appliesTo', 'is required'],
  ])('is not made of %j', async (body, field, rule) => {
    const errors = expect.arrayContaining([{ field, message: expect.stringContaining(rule) }]);
    expect(await tenant.admin('POST', '/requirements', body)).toMatchObject({ status: 422, body: { errors } });
  });
});
