import type { Attack, Target } from '../attack.js';
import { USUAL } from '../bounds.js';
import { REFUSALS } from './calls.js';
import type { Call } from './http-client.js';

type RequestAttack = Pick<Attack, 'name' | 'by'> &
  Partial<Pick<Attack, 'bound' | 'faults'>> & {
    /** Statuses beside the refusals. */
    readonly alsoAllowed?: readonly number[];
    /** Makes the requests, sent one after the other. */
    readonly requests: (target: Target) => readonly Call[] | Promise<readonly Call[]>;
  };

/** An attack by one crafted request, or a few. */
export function requestAttack({ alsoAllowed = [], requests, ...attack }: RequestAttack): Attack {
  return {
    bound: USUAL,
    ...attack,
    allowed: [...REFUSALS, ...alsoAllowed],
    prepare: async (target) => {
      const calls = await requests(target);
      return async () => {
        for (const call of calls) await target.http.call(call);
        return {};
      };
    },
  };
}
