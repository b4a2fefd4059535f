import type { Attack } from '../attack.js';
import { REFUSALS, admin, importWorkers } from '../attacker/calls.js';
import { requestAttack } from '../attacker/request-attack.js';
import { USUAL } from '../bounds.js';

/** Names of inherited properties of every JavaScript object. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'] as const;

const signalMap: Attack = {
  name: 'signal types named constructor and toString in a signal map',
  by: 'tenant admin',
  bound: USUAL,
  allowed: [...REFUSALS, 200],
  prepare:
    ({ http, tenant }) =>
    async () => {
      const { status } = await http.call(
        admin(
          tenant.adminToken,
          'PUT',
          '/signal-map',
          '{"map":{"constructor":{"topic":"Safety"},"toString":{"topic":"Safety"}}}',
        ),
      );
      const { body } = await http.call(admin(tenant.adminToken, 'GET', '/signal-map'));
      return {
        map:
          status === 200
            ? body.includes('"constructor":{') && body.includes('"toString":{')
              ? 'kept'
              : 'dropped'
            : 'refused',
      };
    },
  faults: ({ extras }) => (extras['map'] === 'dropped' ? ['a type of the signal map was dropped without a word'] : []),
};

/** Look-ups that find properties of `Object.prototype`. */
export const inheritedNames: readonly Attack[] = [
  requestAttack({
    name: 'NDJSON rows with __proto__ and other inherited names',
    by: 'tenant admin',
    alsoAllowed: [200],
    requests: (target) =>
      INHERITED.map((name) =>
        importWorkers(target, `{"externalWorkerId":"W-1","name":"Ada","${name}":"x"}\n`, 'application/x-ndjson'),
      ),
  }),
  signalMap,
  requestAttack({
    name: 'topics and levels named by inherited names',
    by: 'viewer',
    alsoAllowed: [200],
    requests: ({ tenant }) =>
      INHERITED.flatMap((name) => [name, `level ${name}`]).map((topic) =>
        admin(tenant.viewerToken, 'POST', '/topics/match', JSON.stringify({ topic })),
      ),
  }),
];
