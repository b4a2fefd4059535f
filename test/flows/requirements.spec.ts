import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InputOf } from '#client';
import { draftCourse } from '../factories/courses.js';
import { addRequirement } from '../factories/requirements.js';
import { addRiggersAndClerk } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const EVERYONE = { kind: 'everyone' } as const;
const RIGGERS = { kind: 'role', name: 'Rigger' } as const;

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
  it('is stored once for an audience', async () => {
    const post = (body: object) => tenant.admin('POST', '/requirements', body);
    const body = { appliesTo: RIGGERS, credential: 'WAH licence' };
    expect((await post(body)).status).toBe(201);
    const again = await post({ ...body, credential: ' wah LICENCE', severity: 2 });
    expect(again).toMatchObject(refusal(409, 'requirement_exists'));
    expect((await post({ ...body, appliesTo: EVERYONE })).status).toBe(201);
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
    [{ appliesTo: EVERYONE, credential: ' ' }, 'credential', 'must not be blank'],
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
