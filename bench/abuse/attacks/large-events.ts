import type { Attack, Target } from '../attack.js';
import { REFUSALS, admin, demand, signed } from '../attacker/calls.js';
import type { Call } from '../attacker/http-client.js';
import { HEAVY } from '../bounds.js';

/** Just under the 256 KiB of an event. */
const NOTE_BYTES = 250 * 1024;
const SENDERS = 32;
const STORED = { short: 30, inFull: 100 };
const READERS = 20;

/** Repeats a request on each of several connections, until the time is over. */
async function repeatedly({ http, scaled }: Target, connections: number, call: (index: number) => Call): Promise<void> {
  const end = performance.now() + scaled(400, 8_000);
  let next = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() < end) await http.call(call(next++));
  };
  await Promise.all(Array.from({ length: connections }, loop));
}

const largeEvent = (target: Target, index: number): Call =>
  signed(
    target,
    JSON.stringify({
      event: 'signal.incident',
      data: { site: `Site ${index}`, topic: 'T', payload: { note: 'x'.repeat(NOTE_BYTES) } },
    }),
  );

/** In one batch with the events of others, they would delay all of them in PostgreSQL. */
const sent: Attack = {
  name: `signed events of 250 KiB on ${SENDERS} connections`,
  by: 'holder of a signing secret',
  bound: HEAVY,
  allowed: [200, 429, 503],
  prepare: (target) => async () => {
    await repeatedly(target, SENDERS, (index) => largeEvent(target, index));
    return {};
  },
};

/** A page of two hundred such events would be 50 MB. */
const read: Attack = {
  name: 'pages of stored events of 250 KiB, and previews of them',
  by: 'viewer',
  bound: HEAVY,
  allowed: [...REFUSALS, 200, 503],
  prepare: async (target) => {
    const stored = target.scaled(STORED.short, STORED.inFull);
    for (let index = 0; index < stored; index++) await demand(target, largeEvent(target, index));
    const { viewerToken } = target.tenant;
    const calls = [
      admin(viewerToken, 'GET', '/signals?limit=200'),
      admin(viewerToken, 'POST', '/signal-map/preview', '{"map":{}}'),
    ];
    return async () => {
      await repeatedly(target, READERS, (index) => calls[index % calls.length] ?? admin(viewerToken, 'GET', '/me'));
      return {};
    };
  },
  faults: ({ largestAnswer }) => (largestAnswer > 2 * 1024 * 1024 ? [`a page has ${largestAnswer} bytes`] : []),
};

/** Events of the maximum size. */
export const largeEvents: readonly Attack[] = [sent, read];
