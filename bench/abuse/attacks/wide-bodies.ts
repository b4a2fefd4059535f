import type { Attack } from '../attack.js';
import { REFUSALS, admin, stranger } from '../attacker/calls.js';
import { wideObject, written } from '../attacker/payloads.js';
import { requestAttack } from '../attacker/request-attack.js';
import { USUAL } from '../bounds.js';

const LOGIN_FIELDS = 95_000;
const FIELDS = 60_000;
const LOOPS = 4;

const loginLoops: Attack = {
  name: `${LOOPS} loops of log-ins with ${written(LOGIN_FIELDS)} unknown fields`,
  by: 'anybody',
  bound: USUAL,
  isVariant: true,
  allowed: [...REFUSALS, 401],
  prepare: ({ http, scaled }) => {
    const call = stranger('/auth/login', wideObject(LOGIN_FIELDS));
    const loop = async (): Promise<void> => {
      const end = performance.now() + scaled(1_000, 4_000);
      while (performance.now() < end) await http.call(call);
    };
    return async () => {
      await Promise.all(Array.from({ length: LOOPS }, loop));
      return {};
    };
  },
};

/** Bodies with many unknown fields. */
export const wideBodies: readonly Attack[] = [
  requestAttack({
    name: `log-in with ${written(LOGIN_FIELDS)} unknown fields`,
    by: 'anybody',
    alsoAllowed: [401],
    requests: () => [stranger('/auth/login', wideObject(LOGIN_FIELDS))],
  }),
  loginLoops,
  requestAttack({
    name: `/auth/password with ${written(FIELDS)} unknown fields`,
    by: 'anybody',
    alsoAllowed: [401],
    requests: () => [stranger('/auth/password', wideObject(FIELDS))],
  }),
  ...['/topics/match', '/signal-map/preview'].map((path) =>
    requestAttack({
      name: `${path} with ${written(FIELDS)} unknown fields`,
      by: 'viewer',
      requests: ({ tenant }) => [admin(tenant.viewerToken, 'POST', path, wideObject(FIELDS))],
    }),
  ),
];
