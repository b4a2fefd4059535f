import { randomBytes } from 'node:crypto';
import type { Attack, Target } from '../attack.js';
import { REFUSALS, WRONG_SIGNATURE } from '../attacker/calls.js';
import { holdBodies } from '../attacker/held-bodies.js';
import { HEAVY } from '../bounds.js';

const MIB = 1024 * 1024;
const KIB = 1024;
const LARGE = 50;
const LARGE_SENT = Buffer.alloc(1.5 * MIB, '[ ');
/** Longer than an event, so that they count as batches: they use the memory for batches that the large ones leave. */
const FILLING = 30;
const FILLING_SENT = Buffer.alloc(320 * KIB, '[ ');
const BATCH_BYTES = 2 * MIB;
/** In the short form still more bytes than the bound on memory allows. */
const SMALL = { short: 1_300, inFull: 1_500 };
const SMALL_BYTES = 255 * KIB;
const SMALL_SENT = Buffer.alloc(SMALL_BYTES - KIB, '{ ');
/** How much memory unsigned bodies may use, including garbage. */
const MAX_GROWTH_MIB = 160;

/** Bodies of batches, which are 84 MiB together. */
function halfSentBatches(
  name: string,
  head: (target: Target) => { slug: string; headers?: Readonly<Record<string, string>> },
): Attack {
  return {
    name: `${LARGE} half-sent bodies of 1.5 MiB and ${FILLING} of 320 KiB, renewed, ${name}`,
    by: 'anybody',
    bound: HEAVY,
    allowed: [...REFUSALS, 401, 408, 503],
    neighbourSendsBatches: true,
    prepare: (target) => async () => {
      const opened = await holdBodies(target, {
        slots: LARGE + FILLING,
        declaredBytes: BATCH_BYTES,
        sent: (slot) => (slot < LARGE ? LARGE_SENT : FILLING_SENT),
        head: () => head(target),
        milliseconds: target.scaled(1_200, 10_000),
      });
      return { bodies: opened };
    },
  };
}

const stalledEvents: Attack = {
  name: 'stalled bodies of 255 KiB',
  by: 'anybody',
  bound: HEAVY,
  allowed: [...REFUSALS, 401, 408, 503],
  prepare: (target) => async () => {
    const known = { slug: target.neighbourSlug, headers: WRONG_SIGNATURE };
    const unknown = { slug: `nobody-${randomBytes(4).toString('hex')}` };
    const opened = await holdBodies(target, {
      slots: target.scaled(SMALL.short, SMALL.inFull),
      declaredBytes: SMALL_BYTES,
      sent: () => SMALL_SENT,
      head: (slot) => (slot % 2 === 0 ? known : unknown),
      milliseconds: target.scaled(500, 10_000),
    });
    return { bodies: opened, 'still open': target.connections.count };
  },
  faults: ({ memory }) =>
    memory !== null && memory.peak - memory.before > MAX_GROWTH_MIB
      ? [`memory grew by ${Math.round(memory.peak - memory.before)} MiB; the bound is ${MAX_GROWTH_MIB} MiB`]
      : [],
};

/** Bodies that are never completed. */
export const halfSentBodies: readonly Attack[] = [
  { ...halfSentBatches('to an unknown tenant', () => ({ slug: 'nobody-at-all' })), isVariant: true },
  // In the neighbour's name: the attacker must not be able to use up the neighbour's share.
  halfSentBatches('to the neighbour with a wrong signature', ({ neighbourSlug }) => ({
    slug: neighbourSlug,
    headers: WRONG_SIGNATURE,
  })),
  stalledEvents,
];
