import type { Attack } from '../attack.js';
import { admin } from '../attacker/calls.js';
import { manyTexts, written } from '../attacker/payloads.js';
import { requestAttack } from '../attacker/request-attack.js';

const TOPICS = 110_000;
const IDS = 60_000;

/** Arrays far longer than their limit. */
export const manyElements: readonly Attack[] = [
  requestAttack({
    name: `a course with ${written(TOPICS)} topics`,
    by: 'author',
    requests: ({ tenant }) => [
      admin(tenant.authorToken, 'POST', '/courses', `{"title":"Course","topics":${manyTexts(TOPICS)}}`),
    ],
  }),
  requestAttack({
    name: `/needs/bulk with ${written(IDS)} ids`,
    by: 'tenant admin',
    requests: ({ tenant }) => [
      admin(
        tenant.adminToken,
        'POST',
        '/needs/bulk',
        `{"action":"snooze","until":"2999-01-01","ids":${manyTexts(IDS)}}`,
      ),
    ],
  }),
];
