import type { Attack } from '../attack.js';
import { signed } from '../attacker/calls.js';
import { deepValue, wideObject, written } from '../attacker/payloads.js';
import { requestAttack } from '../attacker/request-attack.js';
import { HEAVY } from '../bounds.js';

/** What fits into the 256 KiB of an event. */
const FIELDS = 20_000;
const DEPTH = 120_000;
/** What fits into the 8 MiB of a batch. */
const BATCH_DEPTH = 4_000_000;
const EVENTS = { short: 1_000, inFull: 5_000 };
const FIELDS_OF_EVENT = 130;

const SIGNER = 'holder of a signing secret';

const event = (payload: string): string =>
  `{"event":"signal.incident","data":{"site":"Site A","topic":"Safety","payload":${payload}}}`;
const wideData = `{"event":"signal.incident","data":{"site":"Site A","topic":"Safety",${wideObject(FIELDS).slice(1)}}`;

/** Deep and wide bodies, signed. */
export const webhookBodies: readonly Attack[] = [
  requestAttack({
    name: 'wide and deep signed events',
    by: SIGNER,
    alsoAllowed: [200],
    requests: (target) =>
      [wideData, event(wideObject(FIELDS)), event(deepValue(DEPTH)), deepValue(DEPTH)].map((body) =>
        signed(target, body),
      ),
  }),
  requestAttack({
    name: `a signed batch nested ${written(BATCH_DEPTH)} deep`,
    by: SIGNER,
    bound: HEAVY,
    requests: (target) => [
      signed(target, deepValue(BATCH_DEPTH)),
      signed(target, `[${event(deepValue(BATCH_DEPTH - 100))}]`),
    ],
  }),
  requestAttack({
    name: `a signed batch of events with ${FIELDS_OF_EVENT} fields each`,
    by: SIGNER,
    bound: HEAVY,
    alsoAllowed: [200, 503],
    requests: (target) => [
      signed(
        target,
        `[${Array.from({ length: target.scaled(EVENTS.short, EVENTS.inFull) }, () => event(wideObject(FIELDS_OF_EVENT))).join(',')}]`,
      ),
    ],
  }),
];
