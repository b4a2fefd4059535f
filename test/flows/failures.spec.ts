import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { planOf } from '../contract/page-plan.js';
import { statementsDuring } from '../contract/statements.js';
import {
  addFailedNeeds,
  attemptsOfNeeds,
  auditOfRetries,
  callFailures,
  failNeed,
  failedNeeds,
  retryFailures,
  setAside,
} from '../factories/failures.js';
import { sendSignal } from '../factories/signals.js';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let edifyd: CommandLine;

const page = (query: string) => failedNeeds(engine, query);
const failures = async (query = ''): Promise<ReadonlyArray<Schemas['FailedNeed']>> => (await page(query)).items;

describe('failed needs', () => {
  let one: TestTenant;
  let other: TestTenant;
  /** In how many milliseconds each failed need was to be tried again. */
  const delays: number[] = [];

  beforeAll(async () => {
    engine = await startEngine();
    edifyd = await openCommandLine(engine);
    await engine.database.query(
      `alter table need add constraint refused check (topic not like 'poison%' or recommendation = 'pending') not valid`,
    );
    one = await engine.createTenant('one');
    other = await engine.createTenant('other');
    // One after the other, so that it is known which failed last.
    delays.push(await failNeed(engine, one, 'poison 1', 'first'));
    delays.push(await failNeed(engine, other, 'poison 2', 'second'));
    delays.push(await failNeed(engine, one, 'poison 3', 'third'));
    await sendSignal(one, { site: 'S', topic: 'well' });
    await setAside(engine, 'poison 3');
  });
  afterAll(() => Promise.all([edifyd.close(), engine.close()]));

  it('of all tenants are listed, latest first, with their next attempt', async () => {
    const error = expect.stringContaining('violates check constraint "refused"');
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const id = expect.stringMatching(/^need_/);
    const waiting = { kind: 'need', id, attempts: 1, error, state: 'retrying', nextTryAt: time, failedAt: time };
    expect(await failures()).toEqual([
      { ...waiting, tenant: 'one', type: 'third', attempts: 8, state: 'set_aside', nextTryAt: null },
      { ...waiting, tenant: 'other', type: 'second' },
      { ...waiting, tenant: 'one', type: 'first' },
    ]);
    expect(Math.max(...delays)).toBeLessThanOrEqual(5_001);
  });

  it('of one tenant are listed, page by page, and an unknown tenant is refused by name', async () => {
    expect((await failures('?tenant=one')).map(({ type }) => type)).toEqual(['third', 'first']);
    const first = await page('?limit=2');
    const second = await page(`?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ type }) => type)).toEqual(['third', 'second', 'first']);
    expect(second.nextCursor).toBeNull();
    for (const [method, path, sent] of [
      ['GET', '?tenant=nobody', undefined],
      ['GET', '/jobs?tenant=nobody', undefined],
      ['POST', '/retry', { tenant: 'nobody' }],
      ['POST', '/jobs/retry', { tenant: 'nobody' }],
    ] as const) {
      const { status, body } = await callFailures<{ errors: object[] }>(engine, method, path, sent);
      const errors = [{ field: 'tenant', message: 'must be the slug of a tenant' }];
      expect([path, status, body.errors]).toEqual([path, 422, errors]);
    }
  });

  it('are read from an index of failed needs, page after page', async () => {
    await addFailedNeeds(engine, one, 5_000);
    await engine.database.query('analyze need');
    const sent = await statementsDuring(engine.database, () => failures('?tenant=one&limit=10'));
    const statement = sent.find(({ text }) => text.includes('resolution_failed_at'));
    const { sequential, looksAt } = await engine.database.asApp((app) => planOf(app, one.id, 'need', statement!));
    expect({ sequential, looksAt }).toEqual({ sequential: [], looksAt: 11 });
    await engine.database.query(`delete from need where type = 'bulk'`);
  });

  it('are retried in sets, so that their sources do not wait for all of them', async () => {
    const many = await engine.createTenant('many');
    await addFailedNeeds(engine, many, 1_001);
    expect(await retryFailures(engine, { tenant: 'many' })).toEqual({ retried: 1_001 });
    const audited = await auditOfRetries(engine, many);
    expect(audited).toMatchObject([{ after: { needs: 1_000 } }, { after: { needs: 1 } }]);
    await engine.database.query(`delete from need where type = 'bulk'`);
  });

  it('refuse an invalid list of ids', async () => {
    for (const body of [{ ids: [] }, { ids: 'need_x' }, { ids: [7] }, { tenant: 7 }, { all: true }])
      expect([body, (await callFailures(engine, 'POST', '/retry', body)).status]).toEqual([body, 422]);
  });

  it('are listed by the command line, for people and for programs', async () => {
    const { items } = await edifyd.json<{ items: object[] }>(['failures', 'list']);
    expect(items).toMatchObject([
      { kind: 'need', of: 'third', nextTryAt: null },
      { kind: 'need', of: 'second' },
      { kind: 'need', of: 'first' },
    ]);
    const { out } = await edifyd.run(['failures', 'list', '--tenant', 'other']);
    const [heading, ...lines] = out.trimEnd().split('\n');
    expect(heading).toMatch(/^KIND +TENANT +ID +OF +TRIES +NEXT TRY +FAILED +ERROR$/);
    const line = /^need +other +need_\w+ +second +1 +20\S+Z +20\S+Z +new row .*"refused"$/;
    expect(lines).toEqual([expect.stringMatching(line)]);
  });

  it('are retried one by one with all their attempts, as the audit log of their tenant shows', async () => {
    const [third] = await failures('?tenant=one');
    expect(await retryFailures(engine, { tenant: 'other', ids: [third?.id] })).toEqual({ retried: 0 });
    expect(await retryFailures(engine, { ids: [third?.id, 'need_nonsense', 'x'] })).toEqual({ retried: 1 });
    const retried = { type: 'third', state: 'retrying', attempts: 1 };
    await eventually(async () => expect((await failures('?tenant=one'))[0]).toMatchObject(retried));
    const entry = { actor: 'operator', action: 'failures.retried', subject: 'one', after: { needs: 1 } };
    expect(await auditOfRetries(engine, one)).toEqual([entry]);
    expect(await auditOfRetries(engine, other)).toEqual([]);
  });

  it('are resolved after the cause is removed, and no longer listed', async () => {
    for (const topic of ['poison 1', 'poison 2', 'poison 3']) await setAside(engine, topic);
    await engine.database.query('alter table need drop constraint refused');
    expect(await retryFailures(engine, { tenant: 'other' })).toEqual({ retried: 1 });
    const resolved = { topic: 'poison 2', recommendation: 'author_one', attempts: 0 };
    await eventually(async () => expect(await attemptsOfNeeds(engine, other)).toEqual([resolved]));
    const left = (await failures()).map(({ type, state }) => `${type} ${state}`);
    expect(left).toEqual(['third set_aside', 'first set_aside']);
    const [third] = await failures();
    expect(await edifyd.json(['failures', 'retry', '--id', third?.id ?? ''])).toEqual({ needs: 1, jobs: 0 });
    const unknown = await edifyd.run(['failures', 'retry', '--id', 'need_typo', 'typo']);
    const err = 'not tried again: 2 of 2 (no failed need or job has the id)\n';
    expect(unknown).toMatchObject({ status: 1, err });
    const out = expect.stringMatching(/^tried again now: needs [12], jobs 0\n$/);
    expect(await edifyd.run(['failures', 'retry', '--tenant', 'one'])).toMatchObject({ status: 0, out });
    await eventually(async () => expect(await failures()).toEqual([]));
    expect(await retryFailures(engine, {})).toEqual({ retried: 0 });
  });
});
