import type { Attack } from '../attack.js';
import { REFUSALS, demand, importWorkers, scim } from '../attacker/calls.js';
import { workersCsv } from '../attacker/payloads.js';
import { USUAL } from '../bounds.js';

const PARALLEL = 16;

/** Filters whose every term matches every user, so that PostgreSQL evaluates all of them for all. */
function filterAttack(terms: number): Attack {
  return {
    name: `${PARALLEL} parallel SCIM filters of ${terms} "and"s`,
    by: 'tenant admin',
    bound: USUAL,
    allowed: [...REFUSALS, 200, 503],
    prepare: async (target) => {
      const { http, scaled } = target;
      await demand(target, importWorkers(target, workersCsv(scaled(500, 5_000))));
      const filter = Array.from({ length: terms }, () => 'userName+co+%22e%22').join('+and+');
      const loop = async (): Promise<void> => {
        const end = performance.now() + scaled(300, 8_000);
        while (performance.now() < end) await http.call(scim(target, 'GET', `/Users?filter=${filter}`));
      };
      return async () => {
        await Promise.all(Array.from({ length: PARALLEL }, loop));
        return {};
      };
    },
  };
}

/** 400 terms are more than any provider sends; 20 are within the limits, but not cheap. */
export const scimFilters: readonly Attack[] = [400, 20].map(filterAttack);
