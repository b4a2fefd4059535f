import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const scim = scimOf(() => tenant);
const names = async (path: string, filter: string): Promise<unknown[]> =>
  (await scim.find(path, filter)).map(({ displayName }) => displayName);

describe('the id of a user', () => {
  it('finds all others by ne, and is not compared otherwise', async () => {
    const [ada = ''] = await scim.addUsers('Ada', 'Ben');
    expect(await names('/Users', `id ne "${ada}"`)).toEqual(['Ben']);
    expect(await names('/Users', `not id ne "${ada}"`)).toEqual(['Ada']);
    expect(await names('/Users', 'id ne "nobody" and id pr')).toHaveLength(2);
    expect(await scim.call('GET', `/Users?filter=${encodeURIComponent('id sw "wrk_"')}`)).toMatchObject({
      status: 400,
      body: { scimType: 'invalidFilter' },
    });
  });
});

describe('groups', () => {
  it('are found by having members, and by not having one', async () => {
    const [ada = ''] = await scim.addUsers('Ada');
    await scim.addGroup('Riggers', ada);
    const pilots = await scim.addGroup('Pilots');
    expect(await names('/Groups', 'members pr')).toEqual(['Riggers']);
    expect(await names('/Groups', `members ne "${ada}"`)).toEqual(['Pilots']);
    expect(await names('/Groups', `id ne "${pilots}"`)).toEqual(['Riggers']);
  });
});
