import type { Attack } from '../attack.js';
import { admin, scim, stranger } from '../attacker/calls.js';
import { deepValue, written } from '../attacker/payloads.js';
import { requestAttack } from '../attacker/request-attack.js';

const DEPTH = 500_000;

/** A field with so many levels that a recursive function overflows the stack. */
export const deepBodies: readonly Attack[] = [
  requestAttack({
    name: `a field nested ${written(DEPTH)} deep`,
    by: 'anybody',
    alsoAllowed: [401],
    requests: () => [
      stranger('/auth/login', `{"tenant":${deepValue(DEPTH)},"email":"ada@example.com","password":"x"}`),
    ],
  }),
  requestAttack({
    name: `a field nested ${written(DEPTH)} deep, in a map and in SCIM`,
    by: 'tenant admin',
    requests: (target) => [
      admin(target.tenant.adminToken, 'PUT', '/signal-map', `{"map":{"x":${deepValue(DEPTH)}}}`),
      scim(target, 'POST', '/Users', `{"userName":${deepValue(DEPTH)}}`),
    ],
  }),
];
