import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Schemas, each } from '#client';
import { auditOf } from '../factories/audit.js';
import { addCredential } from '../factories/credentials.js';
import { asRole } from '../factories/tokens.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectForbidden, expectStale, expectUnknown, refusal, refusedFields } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada', email: 'Ada@acme.com', learnerId: 'L-Ada' });
  await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Ben', email: 'Ben@acme.com', learnerId: 'L-Ben' });
});

const EDITS = [['PATCH', { name: 'x' }], ['PUT', { name: 'x' }], ['DELETE']] as const;
const EXISTS = refusal(409, 'credential_exists');
const year = (number: number): string => `${number}-06-30T00:00:00.000Z`;
const add = (body: object) => addCredential(tenant, { externalWorkerId: 'W-1', ...body });
/** Adds a credential, of Ada unless the body has another key, and returns the response. */
const post = (body: object, of = tenant) =>
  of.admin<Schemas['CredentialView'] & Partial<Schemas['Problem']>>('POST', '/credentials', {
    ...('email' in body || 'learnerId' in body ? {} : { externalWorkerId: 'W-1' }),
    ...body,
  });
const change = (id: string, body: object, headers?: Record<string, string>) =>
  tenant.admin('PATCH', `/credentials/${id}`, body, headers);
const listed = async (query = '', of = tenant): Promise<string[]> =>
  (await of.admin<Schemas['CredentialPage']>('GET', `/credentials?${query}`)).body.items.map(
    ({ worker, name, expiresAt }) => `${worker.name} ${name} ${expiresAt?.slice(0, 4) ?? 'for ever'}`,
  );

describe('a credential', () => {
  it('supersedes the one with the same name if it expires later, whatever the order of creation', async () => {
    const first = await add({ name: 'Forklift', expiresAt: year(2027) });
    const older = await add({ name: 'FORKLIFT', expiresAt: year(2024) });
    expect(older.supersededAt).not.toBeNull();
    const newer = await add({ name: 'forklift', expiresAt: year(2029) });
    await add({ name: 'Crane', expiresAt: year(2026) });
    await addCredential(tenant, { externalWorkerId: 'W-2', name: 'Forklift', expiresAt: year(2025) });
    expect(await listed()).toEqual(['Ben Forklift 2025', 'Ada Crane 2026', 'Ada forklift 2029']);
    expect(await listed('superseded=true')).toEqual(['Ada FORKLIFT 2024', 'Ada Forklift 2027']);
    expect((await tenant.admin('GET', `/credentials/${first.id}`)).body).toMatchObject({
      supersededAt: expect.stringMatching(/Z$/),
      version: 2,
    });
    await tenant.admin('DELETE', `/credentials/${newer.id}`);
    expect(await listed('name=forklift&worker=W-1')).toEqual(['Ada Forklift 2027']);
    await change(first.id, { expiresAt: year(2023) });
    expect(await listed('name=forklift&worker=W-1')).toEqual(['Ada FORKLIFT 2024']);
    await change(first.id, { name: 'Rigging' });
    expect(await listed('worker=W-1')).toEqual(['Ada Rigging 2023', 'Ada FORKLIFT 2024', 'Ada Crane 2026']);
    await add({ name: 'forklift' });
    expect(await listed('worker=W-1&name=forklift')).toEqual(['Ada forklift for ever']);
  });

  it('is unique: the same one again gets a 409, also among eight concurrent requests', async () => {
    await add({ name: 'Forklift', expiresAt: year(2027) });
    expect(await post({ learnerId: 'L-Ada', name: 'forklift', expiresAt: year(2027) })).toMatchObject(EXISTS);
    const other = await add({ name: 'Forklift', expiresAt: year(2028) });
    expect(await change(other.id, { expiresAt: year(2027) })).toMatchObject(EXISTS);
    const race = { externalWorkerId: 'W-2', name: 'Race' };
    const years = Array.from({ length: 8 }, (_, index) => year(index % 2 === 0 ? 2030 : 2031));
    const answers = await Promise.all(years.map((expiresAt) => post({ ...race, expiresAt })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409, 409, 409, 409, 409]);
    expect(await listed('name=race')).toEqual(['Ben Race 2031']);
  });

  it.each([
    [{ externalWorkerId: 'W-9', name: 'x' }, ['externalWorkerId']],
    [{ externalWorkerId: 'W-9', email: 'nobody@acme.com', name: 'x' }, ['externalWorkerId', 'email']],
    [{ externalWorkerId: null, name: 'x' }, ['externalWorkerId']],
    [{}, ['name']],
    [{ name: ' ' }, ['name']],
    [{ name: 'x', expiresAt: '31/12/2027' }, ['expiresAt']],
    [{ name: 'x', expiresAt: '2027-02-30' }, ['expiresAt']],
    [{ name: 'x', issuedBy: 'me' }, ['issuedBy']],
  ])('is refused with %j', async (body, fields) => {
    expect(refusedFields(await post(body))).toEqual(fields.toSorted());
  });

  it('refuses a stale version, and is in the audit log', async () => {
    const { id, worker } = await add({ name: 'Forklift', expiresAt: year(2027) });
    await change(id, { expiresAt: year(2028) }, { 'if-match': '"1"' });
    await expectStale(tenant, `/credentials/${id}`, EDITS);
    await tenant.admin('DELETE', `/credentials/${id}`, undefined, { 'if-match': '"2"' });
    const [first, second] = [2027, 2028].map((number) => ({ name: 'Forklift', expiresAt: year(number) }));
    const actor = 'token:first admin';
    expect(await auditOf(tenant, { subject: 'credential' })).toEqual([
      { actor, action: 'credential.created', before: null, after: { worker: worker.id, ...first } },
      { actor, action: 'credential.changed', before: first, after: second },
      { actor, action: 'credential.deleted', before: { worker: worker.id, ...second }, after: null },
    ]);
  });

  it('is deleted with its worker', async () => {
    const { worker } = await add({ name: 'Forklift' });
    await tenant.admin('DELETE', `/workers/${worker.id}`);
    expect(await engine.database.query('select from credential where tenant_id = $1', [tenant.id])).toEqual([]);
  });
});

describe('credentials', () => {
  it('are listed by expiry, page by page, those without one last', async () => {
    await add({ name: 'Later', expiresAt: year(2029) });
    for (const name of ['Ever', 'Always']) await add({ name });
    await add({ name: 'Soon', expiresAt: year(2026) });
    // What programs write for a date that is not set.
    await add({ name: 'Unset day', expiresAt: '0001-01-01' });
    await add({ name: 'Unset', expiresAt: '0001-01-01T00:00:00Z' });
    const seen: string[] = [];
    for await (const { name } of each((page) => tenant.api.listCredentials({ query: { ...page, limit: 1 } })))
      seen.push(name);
    expect(seen).toEqual(['Unset', 'Unset day', 'Soon', 'Later', 'Ever', 'Always']);
    const early = ['Ada Unset 0001', 'Ada Unset day 0001', 'Ada Soon 2026'];
    expect(await listed(`expiresBefore=${year(2028)}`)).toEqual(early);
    expect(await listed('worker=ben@ACME.com')).toEqual([]);
  });

  it('are read by viewers, written by admins, and visible in their own tenant only', async () => {
    const { id } = await add({ name: 'Forklift' });
    const author = await asRole(tenant, 'author');
    expect((await author.admin('GET', `/credentials/${id}`)).status).toBe(200);
    await expectForbidden(author, '/credentials', [['POST', { externalWorkerId: 'W-1', name: 'x' }]]);
    const other = await engine.createTenant();
    expect(await listed('', other)).toEqual([]);
    await expectUnknown(other, `/credentials/${id}`, [['GET'], ...EDITS]);
    expect((await post({ name: 'x' }, other)).status).toBe(422);
  });
});

describe('an import of credentials', () => {
  it('reads NDJSON and mapped columns', async () => {
    const line = JSON.stringify({ learnerId: 'L-Ada', name: 'Crane', expiresAt: null });
    const lines = await tenant.importRows('/credentials', line, 'application/x-ndjson');
    const path = '/credentials?mapping=Nr:externalWorkerId,Licence:name,Until:expiresAt';
    const mapped = await tenant.importRows(path, 'Nr,Licence,Until,Price\nW-2,Crane,2027-06-30,1\n');
    for (const { body } of [lines, mapped]) expect(body).toMatchObject({ created: 1, failed: 0 });
    expect(await listed()).toEqual(['Ben Crane 2027', 'Ada Crane for ever']);
  });
});
