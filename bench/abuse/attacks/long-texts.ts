import type { Attack } from '../attack.js';
import { admin, signed, stranger } from '../attacker/calls.js';
import { requestAttack } from '../attacker/request-attack.js';

/** Below the 1 MiB of the admin API, and the 256 KiB of an event. */
const BYTES = 900_000;
const EVENT_BYTES = 240_000;

/**
 * Texts for which a careless regular expression takes time quadratic in their length, or that grow when they are
 * normalized.
 */
const unitsOf = (bytes: number): string[] =>
  [' ', '-', '(', 'a.', '\u3300'].map((unit) => `a${unit.repeat(bytes / Buffer.byteLength(unit))}b`);

/** Fields far longer than their limit. */
export const longTexts: readonly Attack[] = [
  requestAttack({
    name: 'log-ins with texts of 900 KB',
    by: 'anybody',
    alsoAllowed: [401],
    requests: () =>
      unitsOf(BYTES / 2).map((text) =>
        stranger('/auth/login', JSON.stringify({ tenant: text, email: `${text}@example.com`, password: 'x' })),
      ),
  }),
  requestAttack({
    name: 'topics, titles and addresses of 900 KB',
    by: 'tenant admin',
    requests: ({ tenant }) =>
      unitsOf(BYTES).flatMap((text) => [
        admin(tenant.adminToken, 'POST', '/topics/match', JSON.stringify({ topic: text })),
        admin(tenant.adminToken, 'POST', '/courses', JSON.stringify({ title: text })),
        admin(tenant.adminToken, 'POST', '/workers', JSON.stringify({ name: 'Ada', email: `ada@${text}` })),
      ]),
  }),
  requestAttack({
    name: 'signed events with topics and keys of 240 KB',
    by: 'holder of a signing secret',
    requests: (target) =>
      unitsOf(EVENT_BYTES).flatMap((text) =>
        [
          { site: 'Site A', topic: text },
          { site: 'Site A', topic: 'Safety', dedupe_key: text },
        ].map((data) => signed(target, JSON.stringify({ event: 'signal.incident', data }))),
      ),
  }),
];
