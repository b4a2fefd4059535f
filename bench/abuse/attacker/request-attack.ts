import type { Attack, Target } from '../attack.js';
import { USUAL } from '../bounds.js';
import { REFUSALS } from './calls.js';
import type { Call } from './http-client.js';

type RequestAttack = Pick<Attack, 'name' | 'by'> &
  Partial<Pick<Attack, 'bound' | 'faults'>> & {
    /** Statuses besides the refusals. */
    readonly alsoAllowed?: readonly number[];
    /** Creates the requests, which are sent one after the other. */
    readonly requests: (target: Target) => readonly Call[] | Promise<readonly Call[]>;
  };

/** An attack with one or a few crafted requests. */
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
