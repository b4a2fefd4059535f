import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';
import { drained, verdict } from './stage/stored.js';

const POISONS = scaled(3, 50);
/** Contract of the resolution: so many tries, the waits between them from five seconds on and each twice as long. */
const MAX_ATTEMPTS = 8;
const FIRST_WAITS = [5, 10, 20];

interface FailedNeed {
  readonly id: string;
  readonly state: 'retrying' | 'set_aside';
  readonly attempts: number;
  readonly error: string;
}

describe('signals whose resolution fails', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
    await stage.api();
    await stage.worker();
  });
  afterEach(() => stage.stop());

  const failed = async (): Promise<FailedNeed[]> =>
    ((await (await stage.operator('GET', '/failures?limit=200')).json()) as { items: FailedNeed[] }).items;
  const seconds = async (): Promise<number[]> =>
    (
      await stage.database.query<{ wait: number }>(
        'select extract(epoch from unresolved_since - resolution_failed_at)::float as wait from need where unresolved_since > now() and resolution_error is not null',
      )
    ).map(({ wait }) => Math.round(wait));
  /** PostgreSQL refuses to store what is made of them. */
  const poison = (): Promise<object[]> =>
    stage.database.query(
      `alter table need add constraint refused check (topic not like 'poison%' or recommendation = 'pending') not valid`,
    );
  const cure = (): Promise<object[]> => stage.database.query('alter table need drop constraint refused');
  const endWaits = (): Promise<object[]> =>
    stage.database.query(
      'update need set unresolved_since = now() where unresolved_since > now() and resolution_error is not null',
    );

  it('are retried with increasing delays, set aside with their error without blocking others, and resolved by a retry after the cause is removed', async () => {
    await poison();
    const tenant = await stage.createTenant();
    const load = new Load(stage.url, tenant, { perSecond: 100 }).start();
    for (let index = 0; index < POISONS; index++)
      expect((await tenant.send({ event: 'signal.x', data: { site: 'S', topic: `poison ${index}` } })).status).toBe(
        200,
      );
    for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
      if (attempts > 1) await endWaits();
      await eventually(async () =>
        expect((await failed()).filter((need) => need.attempts === attempts)).toHaveLength(POISONS),
      );
      const wait = FIRST_WAITS[attempts - 1];
      if (wait !== undefined) expect(new Set(await seconds())).toEqual(new Set([wait]));
    }
    expect(await failed()).toEqual(
      Array.from({ length: POISONS }, () =>
        expect.objectContaining({
          state: 'set_aside',
          attempts: MAX_ATTEMPTS,
          error: expect.stringContaining('refused'),
        }),
      ),
    );
    const ledger = await load.stop();
    await drained(stage.database, 10);
    const neighbours = await verdict(stage.database, ledger);
    expect(neighbours).toMatchObject({ lost: 0, duplicates: 0, resolved: ledger.keys.size });
    await cure();
    expect(await (await stage.operator('POST', '/failures/retry', {})).json()).toMatchObject({ retried: POISONS });
    const retriedIn = await drained(stage.database, 10);
    expect(await failed()).toEqual([]);
    const found = await verdict(stage.database, ledger);
    figures(`${POISONS} poison signals`, {
      sent: ledger.sent + POISONS,
      answered: ledger.answered + POISONS,
      ...found,
      'set aside after tries': MAX_ATTEMPTS,
      'resolved after retry in s': retriedIn,
    });
    expect(found).toMatchObject({ lost: 0, duplicates: 0, resolved: ledger.keys.size + POISONS });
  });
});
