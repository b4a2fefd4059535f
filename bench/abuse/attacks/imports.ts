import type { Attack } from '../attack.js';
import { REFUSALS, importWorkers } from '../attacker/calls.js';
import { wideObject, workersCsv, written } from '../attacker/payloads.js';
import { requestAttack } from '../attacker/request-attack.js';
import { HEAVY, USUAL } from '../bounds.js';

const IMPORTS = 6;
const LOOK_EVERY_MS = 20;
/** Bodies on disk at once: that of the running import, with some room for those that are being refused. */
const MAX_SPOOLED_BODIES = 1.5;

const WIDE_ROWS = { short: 60, inFull: 200 };
/** As many as fit into the longest line, 64 KiB. */
const FIELDS_OF_ROW = 5_800;

/**
 * Concurrent imports of one tenant: only one may run, and the others must not fill the disk before they are refused.
 */
const parallelImports: Attack = {
  name: `${IMPORTS} imports of one tenant at once`,
  by: 'tenant admin',
  bound: HEAVY,
  allowed: [...REFUSALS, 200, 409],
  prepare: (target) => {
    const { engine, http, scaled } = target;
    const csv = workersCsv(scaled(4_000, 300_000));
    return async () => {
      let spooled = 0;
      const looking = setInterval(() => (spooled = Math.max(spooled, engine.spooledBytes())), LOOK_EVERY_MS);
      await Promise.all(Array.from({ length: IMPORTS }, () => http.call(importWorkers(target, csv))));
      clearInterval(looking);
      return {
        'MB sent each': Math.round(csv.length / 1e5) / 10,
        'MB on disk at once': Math.round(spooled / 1e5) / 10,
      };
    };
  },
  faults: ({ answers, extras }) => [
    ...(answers['200'] === undefined ? ['no import was made'] : []),
    ...(Number(extras['MB on disk at once']) > MAX_SPOOLED_BODIES * Number(extras['MB sent each'])
      ? [`${extras['MB on disk at once']} MB of bodies were on disk at once, ${extras['MB sent each']} MB each`]
      : []),
  ],
};

/** Imports: too many at once, and rows that are slow to validate. */
export const imports: readonly Attack[] = [
  parallelImports,
  requestAttack({
    name: `an import of rows with ${written(FIELDS_OF_ROW)} unknown fields each`,
    by: 'tenant admin',
    bound: USUAL,
    alsoAllowed: [200],
    requests: (target) => [
      importWorkers(
        target,
        `${wideObject(FIELDS_OF_ROW)}\n`.repeat(target.scaled(WIDE_ROWS.short, WIDE_ROWS.inFull)),
        'application/x-ndjson',
      ),
    ],
  }),
];
