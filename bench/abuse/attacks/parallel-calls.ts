import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack, Target } from '../attack.js';
import { REFUSALS, admin, demand, signedLines, stranger } from '../attacker/calls.js';
import { paced } from '../attacker/connections.js';
import type { Call } from '../attacker/http-client.js';
import { rawRequest } from '../attacker/raw-request.js';
import { USUAL } from '../bounds.js';

const PARALLEL = { short: 40, inFull: 100 };
const STALLED = 60;
const NEEDS_IN_BATCH = 2_500;

const listsAndExports: Attack = {
  name: 'parallel lists and exports of one tenant',
  by: 'viewer',
  bound: USUAL,
  allowed: [...REFUSALS, 200, 503],
  prepare: async (target) => {
    const { tenant, http, scaled } = target;
    for (let batch = 0; batch < scaled(1, 4); batch++)
      await demand(target, needs(target, batch, scaled(400, NEEDS_IN_BATCH)));
    const calls = ['/needs.csv', '/needs?limit=200', '/needs?q=nothing+like+it', '/signals?limit=200'].map((path) =>
      admin(tenant.viewerToken, 'GET', path),
    );
    const loop = async (call: Call, end: number): Promise<void> => {
      while (performance.now() < end) await http.call(call);
    };
    return async () => {
      const end = performance.now() + scaled(150, 8_000);
      await Promise.all(
        Array.from({ length: scaled(PARALLEL.short, PARALLEL.inFull) / calls.length }, () =>
          calls.map((call) => loop(call, end)),
        ).flat(),
      );
      return {};
    };
  },
};

/** A response that the client does not read may hold a connection to PostgreSQL or a transaction. */
const stalledReaders: Attack = {
  name: `${STALLED} exports whose reader stalls`,
  by: 'viewer',
  bound: USUAL,
  allowed: [...REFUSALS, 503],
  prepare: async (target) => {
    const { tenant, connections, scaled } = target;
    for (let batch = 0; batch < scaled(1, 4); batch++)
      await demand(target, needs(target, batch, scaled(1_000, NEEDS_IN_BATCH), 'x'.repeat(200)));
    const request = Buffer.from(rawRequest(admin(tenant.viewerToken, 'GET', '/needs.csv')));
    return async () => {
      await paced(STALLED, () => connections.open([request], { reads: false }));
      await sleep(scaled(500, 20_000));
      return { 'still open': connections.count };
    };
  },
};

/** The hash of a password takes tens of milliseconds and megabytes, whether or not the account exists. */
const logIns: Attack = {
  name: 'many log-ins at once',
  by: 'anybody',
  bound: USUAL,
  allowed: [401, 429, 503],
  prepare: (target) => {
    const calls = Array.from({ length: target.scaled(PARALLEL.short, PARALLEL.inFull) }, (_, index) =>
      stranger(
        '/auth/login',
        JSON.stringify({ tenant: target.neighbourSlug, email: `a${index}@example.com`, password: 'not-the-password' }),
      ),
    );
    return async () => {
      await Promise.all(calls.map((call) => target.http.call(call)));
      return {};
    };
  },
};

/** Allowed requests, too many at a time. */
export const parallelCalls: readonly Attack[] = [listsAndExports, stalledReaders, logIns];

/** A batch of signals, each for a different worker. */
function needs(target: Target, batch: number, count: number, note = ''): Call {
  return signedLines(
    target,
    Array.from({ length: count }, (_, index) => ({
      external_worker_id: `W-${batch}-${index}`,
      topic: `Topic ${index % 50} ${note}`,
    })),
  );
}
