import type { Attack, Target } from '../attack.js';
import { demand, scim } from '../attacker/calls.js';
import { written } from '../attacker/payloads.js';
import { requestAttack } from '../attacker/request-attack.js';

const LONG = 80_000;
const DOTS = 6_000;
const OPERATIONS = 10_000;
const ADDRESSES = 10_000;
const MEMBERS = 20_000;
const NESTED = 5_000;
/** Backtracks over the rest of the text at each bracket. */
const LONG_NAME = `emails${'['.repeat(LONG)}`;

/** Crafted SCIM requests that are slow in the SCIM library. */
export const scimRequests: readonly Attack[] = [
  patchAttack(`SCIM PATCH with a path of ${written(LONG)} characters`, [
    { op: 'replace', path: LONG_NAME, value: 'x' },
  ]),
  patchAttack(`SCIM PATCH with a key of ${written(LONG)} characters`, [{ op: 'replace', value: { [LONG_NAME]: 'x' } }]),
  patchAttack(
    `SCIM PATCH with ${written(OPERATIONS)} operations`,
    Array.from({ length: OPERATIONS }, (_, index) => ({ op: 'replace', path: 'title', value: `T${index}` })),
  ),
  requestAttack({
    name: `SCIM attributes of ${written(DOTS)} dots`,
    by: 'tenant admin',
    alsoAllowed: [200],
    requests: (target) => ['a.', '.'].map((part) => scim(target, 'GET', `/Users?attributes=${part.repeat(DOTS)}a`)),
  }),
  requestAttack({
    name: `SCIM filters that nest ${written(NESTED)} deep`,
    by: 'tenant admin',
    alsoAllowed: [200],
    requests: (target) =>
      [
        `${'('.repeat(NESTED)}active+pr${')'.repeat(NESTED)}`,
        '('.repeat(2 * NESTED),
        `emails${'[type+eq+'.repeat(NESTED / 10)}`,
      ].map((filter) => scim(target, 'GET', `/Users?filter=${filter}`)),
  }),
  requestAttack({
    name: `a SCIM group with ${written(MEMBERS)} members`,
    by: 'tenant admin',
    alsoAllowed: [201, 404],
    requests: (target) => [
      scim(
        target,
        'POST',
        '/Groups',
        JSON.stringify({
          displayName: 'Many',
          members: Array.from({ length: MEMBERS }, (_, index) => ({ value: `wrk_${index}` })),
        }),
      ),
    ],
  }),
  requestAttack({
    name: `a SCIM user with ${written(ADDRESSES)} addresses`,
    by: 'tenant admin',
    alsoAllowed: [201],
    requests: (target) => [
      scim(
        target,
        'POST',
        '/Users',
        JSON.stringify({
          userName: 'many',
          externalId: 'many',
          emails: Array.from({ length: ADDRESSES }, (_, index) => ({ value: `a${index}@example.com`, type: 'work' })),
        }),
      ),
    ],
  }),
];

function patchAttack(name: string, operations: readonly object[]): Attack {
  return requestAttack({
    name,
    by: 'tenant admin',
    alsoAllowed: [200],
    requests: async (target) => {
      const body = JSON.stringify({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: operations,
      });
      return [scim(target, 'PATCH', `/Users/${await createUser(target)}`, body)];
    },
  });
}

async function createUser(target: Target): Promise<string> {
  const { body } = await demand(
    target,
    scim(target, 'POST', '/Users', JSON.stringify({ userName: 'ada', externalId: 'ada', displayName: 'Ada' })),
  );
  return (JSON.parse(body) as { id: string }).id;
}
