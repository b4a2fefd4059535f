import type { Attack } from '../attack.js';
import { admin } from '../attacker/calls.js';
import { written } from '../attacker/payloads.js';
import { requestAttack } from '../attacker/request-attack.js';

/** Node answers a request with a head over 16 KiB with 431: these are smaller. */
const PAIRS = 8_000;
const NAMED_PAIRS = 5_000;

/** Queries and cookies with many parts. */
export const headers: readonly Attack[] = [
  requestAttack({
    name: `queries of ${written(PAIRS)} keys`,
    by: 'viewer',
    alsoAllowed: [200, 401],
    requests: ({ tenant }) => [
      ...['a&', '=&', '[&', '&&'].map((part) => admin(tenant.viewerToken, 'GET', `/needs?${part.repeat(PAIRS)}`)),
      { method: 'GET', path: `/engine/v1/auth/session?${'a&'.repeat(PAIRS)}` },
    ],
  }),
  requestAttack({
    name: `Cookie headers of ${written(PAIRS)} pairs`,
    by: 'anybody',
    alsoAllowed: [200, 401],
    requests: () =>
      [...['a;', '=;', ';;'].map((part) => part.repeat(PAIRS)), 'a=;'.repeat(NAMED_PAIRS)].map((cookie) => ({
        method: 'GET',
        path: '/engine/v1/auth/session',
        headers: { cookie },
      })),
  }),
];
