import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { expectGone, inhabitedTenant, whileDeleting } from '../factories/tenants.js';
import { allWorkers, beginImport } from '../factories/workers.js';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { OF_THIS_DATABASE, eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let edifyd: CommandLine;

beforeAll(async () => {
  engine = await startEngine();
  edifyd = await openCommandLine(engine);
});
afterAll(async () => {
  await engine.close();
  await edifyd.close();
});

/** The tables in which a tenant has rows, by the catalogue. */
async function tablesOf({ id }: Pick<TestTenant, 'id'>): Promise<string[]> {
  const tables = await engine.database.query<{ name: string }>(
    `select table_name as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'tenant_id' and table_type = 'BASE TABLE' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    if ((await engine.database.query(`select 1 from ${name} where tenant_id = $1 limit 1`, [id])).length > 0)
      found.push(name);
  return found;
}

/** Expects a command to fail with a code of the API or of the command line. */
const expectFailure = async (command: string, code: string): Promise<void> =>
  expect((await edifyd.failure(command.split(' '))).error).toMatchObject({ code });

describe('edifyd tenant delete', () => {
  it('suspends the tenant until the grace period ends, and can be undone until then', async () => {
    const tenant = await inhabitedTenant(engine, 'regretful');
    const { line } = await edifyd.failure(['tenant', 'delete', 'regretful']);
    expect(line).toBe('nothing is deleted: add --confirm regretful');
    await expectFailure('tenant delete regretful --confirm staying', 'not_confirmed');
    const { deletionAt } = await edifyd.json<{ deletionAt: string }>(
      'tenant delete regretful --confirm regretful --grace 2'.split(' '),
    );
    expect(Math.abs(Date.parse(deletionAt) - Date.now() - 2 * 86_400_000)).toBeLessThan(60_000);
    expect([(await tenant.send(signal())).status, (await tenant.admin('GET', '/me')).status]).toEqual([401, 401]);
    expect((await edifyd.run(['tenant', 'list'])).out).toContain(`deleted on ${deletionAt.slice(0, 10)}`);
    await expectFailure('tenant activate regretful', 'deletion_pending');
    expect((await edifyd.run(['tenant', 'undelete', 'regretful'])).out).toBe('tenant regretful stays, and is active\n');
    const { items } = await tenant.api.listAudit({ query: { actor: 'operator', limit: 2 } });
    expect(items.map(({ action }) => action)).toEqual(['tenant.deletion_undone', 'tenant.deletion_requested']);
    await expectFailure('tenant undelete regretful', 'no_deletion');
  });

  it('is undone without the end of a suspension that followed it', async () => {
    await engine.createTenant('frozen');
    await edifyd.run('tenant delete frozen --confirm frozen'.split(' '));
    expect((await edifyd.run(['tenant', 'suspend', 'frozen'])).out).toBe('tenant frozen is suspended\n');
    expect((await edifyd.run(['tenant', 'undelete', 'frozen'])).out).toBe('tenant frozen stays, and is suspended\n');
  });

  it('leaves no row of the tenant in any table, and all of the others', async () => {
    const tenant = await inhabitedTenant(engine, 'leaving');
    const other = await inhabitedTenant(engine, 'remaining');
    expect((await tablesOf(tenant)).length).toBeGreaterThan(12);
    const others = await tablesOf(other);
    const { out } = await edifyd.run(['tenant', 'delete', 'leaving', '--confirm', 'leaving', '--grace', '0']);
    expect(out).toBe('tenant leaving is suspended, and deleted with all its data now\n');
    await whileDeleting(engine, () => expectGone(engine, 'leaving'));
    await expectFailure('tenant usage leaving', 'not_found');
    expect(await tablesOf(tenant)).toEqual([]);
    expect(await tablesOf(other)).toEqual(others);
    // The slug is free again, for a tenant without a past.
    expect(await allWorkers(await engine.createTenant('leaving'))).toEqual([]);
  });
});

describe('the deletion of a tenant', () => {
  const waiting = (): Promise<object[]> =>
    engine.database.query(
      `select from pg_locks where relation = 'worker_group'::regclass and not granted and ${OF_THIS_DATABASE}`,
    );

  it('waits for a transaction that began before it, and leaves no row of that either', async () => {
    const tenant = await inhabitedTenant(engine, 'importing');
    await engine.database.asApp(async (late) => {
      await late.query('begin');
      await late.query(`select set_config('app.tenant_id', $1, true)`, [tenant.id]);
      await late.query(
        `insert into site (tenant_id, id, name, name_key) values ($1, gen_random_uuid(), 'Late', 'late')`,
        [tenant.id],
      );
      await engine.operator('POST', '/tenants/importing/deletion', { slug: 'importing', graceDays: 0 });
      await whileDeleting(engine, async () => {
        await eventually(async () => expect(await tablesOf(tenant)).toEqual([]));
        // The row is committed behind a pass, which has been to the sites, and waits for a later table.
        await engine.database.inTransaction(async (tx) => {
          await tx.query('lock table worker_group in share mode');
          await eventually(async () => expect(await waiting()).not.toEqual([]));
          await late.query('commit');
        });
        await expectGone(engine, 'importing');
      });
    });
    expect(await tablesOf(tenant)).toEqual([]);
  });

  it('of a tenant with rows that cannot be deleted delays no other tenant', async () => {
    const stuck = await inhabitedTenant(engine, 'stuck');
    await inhabitedTenant(engine, 'following');
    await engine.database.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
       create trigger refuse before delete on worker for each row when (old.tenant_id = '${stuck.id}')
         execute function refuse()`,
    );
    for (const slug of ['stuck', 'following'])
      await engine.operator('POST', `/tenants/${slug}/deletion`, { slug, graceDays: 0 });
    await whileDeleting(engine, () => expectGone(engine, 'following'));
    expect((await engine.operator('GET', '/tenants/stuck/usage')).status).toBe(200);
    await engine.database.query('drop trigger refuse on worker');
  });

  it('refuses an import whose rows have not arrived before, and leaves no row of it', async () => {
    const tenant = await engine.createTenant('sending');
    const gone = new AbortController();
    const { response } = await beginImport(
      tenant,
      () =>
        new ReadableStream<Uint8Array>({
          start: async (controller) => {
            controller.enqueue(Buffer.from('externalWorkerId,name\n'));
            // Blank rows, fast enough for a body.
            for (; !gone.signal.aborted; await sleep(100)) controller.enqueue(Buffer.alloc(4_096, '\n'));
            controller.enqueue(Buffer.from('E-1,Ada\n'));
            controller.close();
          },
        }),
    );
    await engine.operator('POST', '/tenants/sending/deletion', { slug: 'sending', graceDays: 0 });
    await expectGone(engine, 'sending');
    gone.abort();
    expect(await response).toMatchObject({ status: 401 });
    expect(await tablesOf(tenant)).toEqual([]);
  });
});
