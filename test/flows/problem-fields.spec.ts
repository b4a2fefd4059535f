import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a request with invalid fields is refused', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    tenant = await engine.createTenant();
  });

  const putObject = (body: object): Promise<Response> =>
    tenant.call('PUT', '/signal-map', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const fieldsOf = (count: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_value, index) => [`f${index}`, 1]));

  it.each([
    ['/workers', { Name: 'A', external_worker_id: 'W-1' }, 'Name', 'name'],
    ['/workers', { Name: 'A', external_worker_id: 'W-1' }, 'external_worker_id', 'externalWorkerId'],
    ['/readiness/check', { workers: [{ 'learner-id': 'L-1' }] }, 'workers.0.learner-id', 'learnerId'],
    ['/readiness/check', { wrokers: [], requiress: [] }, 'wrokers', 'workers'],
    ['/readiness/check', { wrokers: [], requiress: [] }, 'requiress', 'requires'],
  ])('with the field that was probably meant: %s %j', async (path, body, field, name) => {
    const error = { field, message: `is not a field of this request: did you mean ${name}?` };
    const errors = expect.arrayContaining([error]);
    expect(await tenant.admin('POST', path, body)).toMatchObject({ status: 422, body: { errors } });
  });

  it('with one rule for each field, the one that helps', async () => {
    const refused = async (method: string, path: string, body?: object): Promise<unknown> =>
      (await tenant.admin<Schemas['Problem']>(method, path, body)).body.errors?.map((error) => Object.values(error));
    const time = 'must be a day or a time of ISO 8601: 2027-01-31, or 2027-01-31T08:00:00Z';
    expect(await refused('GET', '/audit?since=yesterday')).toEqual([['since', time]]);
    expect(await refused('GET', '/needs?limit=many')).toEqual([['limit', 'must be an integer number']]);
    expect(await refused('POST', '/workers', { email: 'nobody' })).toEqual([
      ['name', 'is required'],
      ['email', 'must be an e-mail address'],
    ]);
    const named = async (name: string): Promise<unknown> =>
      refused('POST', '/workers', { email: 'ann@site.org', name });
    expect(await named(' ')).toEqual([['name', 'must not be blank']]);
    expect(await named('A'.repeat(201))).toEqual([['name', 'must have at most 200 characters']]);
    const length = 'each value must have 1 to 255 characters';
    expect(await refused('POST', '/courses', { title: 'Rigging', topics: ['', 'x'] })).toEqual([['topics', length]]);
    expect(await refused('POST', '/needs/bulk', { action: 'snooze', ids: null })).toEqual([
      ['ids', 'must not be null'],
    ]);
  });

  it('where null stands for a field that can only be left out', async () => {
    const response = await engine.operator('POST', '/failures/retry', { ids: null });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ field: 'ids' })]),
    });
  });

  it('with the first of many invalid fields, and the number of others', async () => {
    const response = await putObject({ map: {}, ...fieldsOf(60) });
    const { detail, errors, moreErrors } = (await response.json()) as Schemas['Problem'];
    expect([response.status, errors?.length, moreErrors]).toEqual([422, 25, 35]);
    expect(detail).toMatch(/^f0: is not a field of this request; .*; and 35 more$/);
    expect((await (await putObject({ map: {}, ['x'.repeat(5_000)]: 1 })).text()).length).toBeLessThan(2_000);
  });
});
