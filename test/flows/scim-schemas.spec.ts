import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { type Described, describedOf, sampleOf, valueAt } from '../harness/scim-schemas.js';
import { CORE, ENTERPRISE, READINESS, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let people = 0;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

const scim = scimOf(() => tenant);
const { call } = scim;

const sample = (attribute: Described, turn: number): unknown => sampleOf(attribute, turn, people);
const addUser = async (): Promise<string> => (await call('POST', '/Users', { userName: `user ${++people}` })).body.id;
const shown = async (path: string): Promise<object> => (await call('GET', path)).body;

describe('a client that trusts /Schemas', () => {
  it('adds, replaces and removes each attribute of a user that is writable', async () => {
    const described = (await describedOf(call, 'Users')).filter(
      ({ attribute }) => attribute.mutability === 'readWrite',
    );
    expect(described.length).toBeGreaterThan(15);
    for (const { path, keys, attribute } of described) {
      const user = `/Users/${await addUser()}`;
      for (const [turn, op] of ['add', 'replace', 'add'].entries()) {
        const value = sample(attribute, turn);
        const { status, body } = await scim.patch(user, { op, path, value });
        expect({ path, op, status, detail: body['detail'] }).toEqual({ path, op, status: 200, detail: undefined });
        const expected =
          op === 'add' && attribute.multiValued && turn > 0 ? expect.arrayContaining(value as []) : value;
        expect({ path, op, value: valueAt(await shown(user), keys) }).toEqual({ path, op, value: expected });
      }
      const removal = await scim.patch(user, { op: 'remove', path });
      if (attribute.required) {
        expect([path, removal.status, removal.body['scimType']]).toEqual([path, 400, 'mutability']);
        expect(removal.body['detail']).toContain(path);
        continue;
      }
      expect([path, removal.status, valueAt(await shown(user), keys)]).toEqual([path, 200, undefined]);
      expect([path, (await scim.patch(user, { op: 'remove', path })).status]).toEqual([path, 200]);
    }
  });

  it('reads any attribute by itself, and all but it, always with the id and the schemas', async () => {
    const user = `/Users/${await addUser()}`;
    const described = await describedOf(call, 'Users');
    const whole = described.filter(({ keys }) => keys.length === 1 || (keys[0] ?? '').includes(':'));
    const set = whole.filter(({ path }) => !['userName', 'active'].includes(path));
    await scim.patch(user, ...set.map(({ path, attribute }) => ({ op: 'add', path, value: sample(attribute, 0) })));
    for (const { path, keys, attribute } of described) {
      expect([path, attribute.returned]).toEqual([path, 'default']);
      for (const name of [path, path.toUpperCase()]) {
        const only = await shown(`${user}?attributes=${encodeURIComponent(name)}`);
        expect([name, new Set(Object.keys(only))]).toEqual([name, new Set(['id', 'schemas', keys[0]])]);
        expect([name, valueAt(only, keys)]).not.toEqual([name, undefined]);
      }
      const others = await shown(`${user}?excludedAttributes=${encodeURIComponent(path)},id,schemas`);
      expect([path, valueAt(others, keys)]).toEqual([path, undefined]);
      expect(others).toMatchObject({ id: expect.any(String), schemas: expect.any(Array) });
    }
  });

  it('adds a resource with the required attributes alone, and not without one of them', async () => {
    for (const type of ['Users', 'Groups'] as const) {
      const required = (await describedOf(call, type)).filter(
        ({ attribute, keys }) => attribute.required && keys.length === 1,
      );
      people++;
      const resource = Object.fromEntries(required.map(({ path, attribute }) => [path, sample(attribute, 9)]));
      for (const { path } of required) {
        const { [path]: _missing, ...rest } = resource;
        expect([path, (await call('POST', `/${type}`, rest)).status]).toEqual([path, 400]);
      }
      expect((await call('POST', `/${type}`, resource)).status).toBe(201);
    }
  });

  it('is refused to change what is read-only, by its name', async () => {
    const user = `/Users/${await addUser()}`;
    for (const path of ['id', 'meta', 'meta.created', 'schemas']) {
      for (const op of ['replace', 'remove']) {
        const { status, body } = await scim.patch(user, { op, path, value: 'x' });
        expect([path, status, body['scimType']]).toEqual([path, 400, 'mutability']);
        expect(body['detail']).toContain(path);
      }
    }
  });

  it('changes a group as /Schemas says', async () => {
    const [{ id }, member] = [(await call('POST', '/Groups', { displayName: 'Crew' })).body, await addUser()];
    const group = `/Groups/${id}`;
    for (const { path, keys, attribute } of await describedOf(call, 'Groups')) {
      const value = attribute.multiValued ? [{ value: member }] : sample(attribute, 1);
      for (const op of ['add', 'replace']) {
        expect([path, (await scim.patch(`${group}?attributes=${path}`, { op, path, value })).body]).toMatchObject([
          path,
          { [path]: value },
        ]);
      }
      const { status, body } = await scim.patch(group, { op: 'remove', path });
      if (attribute.required) expect([path, status, body['scimType']]).toEqual([path, 400, 'mutability']);
      else expect([path, status, [valueAt(await shown(group), keys)].flat()]).toEqual([path, 204, []]);
    }
  });
});

describe('the API', () => {
  it('describes its features, and the attributes of users', async () => {
    expect((await scim.call('GET', '/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 200 },
      authenticationSchemes: [{ type: 'oauthbearertoken' }],
    });
    expect((await scim.call('GET', '/ResourceTypes')).body.Resources.map((type) => type['endpoint'])).toEqual([
      '/Users',
      '/Groups',
    ]);
    expect((await scim.call('GET', '/ResourceTypes/User')).body).toMatchObject({
      schemaExtensions: [{ schema: ENTERPRISE }, { schema: READINESS }],
    });
    const { body } = await scim.call('GET', `/Schemas/${CORE}`);
    expect((body['attributes'] as Array<{ name: string }>).map(({ name }) => name)).toEqual([
      'userName',
      'name',
      'displayName',
      'title',
      'active',
      'emails',
    ]);
    expect((await scim.call('GET', '/Schemas')).body.totalResults).toBe(4);
    expect((await scim.call('GET', '/Schemas/nothing')).status).toBe(404);
    expect((await scim.call('GET', '/Schemas?filter=id')).status).toBe(403);
  });
});
