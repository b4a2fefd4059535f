import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attack } from '../../bench/abuse/attack.js';
import { attacksOf } from '../../bench/abuse/attacks/index.js';
import { faultsOf, waitFaults } from '../../bench/abuse/faults.js';
import { runAttack } from '../../bench/abuse/run-attack.js';
import { AbuseStage } from '../../bench/abuse/stage/stage.js';
import { tableLines } from '../../bench/abuse/table.js';
import { BASE_ENVIRONMENT } from '../harness/engine-process.js';
import { scaled } from '../harness/scale.js';
import { type TestDatabase, createDatabase } from '../harness/database.js';

const isFull = scaled(false, true);
const ATTACKS = attacksOf({ isFull });
const START_MS = 60_000;
const ATTACK_MS = scaled(120_000, 180_000);
const ATTEMPTS = scaled(3, 1);
/**
 * How much longer than its bound a wait may be here, where other specs use the same processors: a frozen process is
 * found, a busy machine is not. The bounds themselves are asserted where the attacks run alone.
 */
const TOLERANCE = scaled(4, 1);

describe('during an attack, another tenant is served in time, and the engine keeps running,', () => {
  let database: TestDatabase;
  let stage: AbuseStage;
  beforeAll(async () => {
    database = await createDatabase();
    stage = await AbuseStage.start({
      attacks: ATTACKS,
      environment: { ...BASE_ENVIRONMENT, DATABASE_URL: database.appUrl },
      isFull,
    });
  }, START_MS);
  afterAll(async () => {
    await stage?.stop();
    await database.drop();
  });

  /** A wait that the engine causes is there each time; one that the machine causes is not. */
  async function faultsDuring(attack: Attack): Promise<string[]> {
    for (let attempt = 1; ; attempt++) {
      const measured = await runAttack(stage, attack);
      const result = { ...measured, slowdown: measured.slowdown * TOLERANCE };
      if (isFull) process.stdout.write(`abuse: ${tableLines([result]).at(-1)}\n`);
      const faults = faultsOf(attack, result);
      const areOnlyWaits = faults.length === waitFaults(result).length;
      if (faults.length === 0 || !areOnlyWaits || attempt === ATTEMPTS) return faults;
    }
  }

  it.each(ATTACKS.map((attack) => [attack.name, attack] as const))(
    'during: %s',
    async (_name, attack) => {
      expect(await faultsDuring(attack)).toEqual([]);
    },
    ATTACK_MS,
  );
});
