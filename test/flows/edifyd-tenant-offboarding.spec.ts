import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { addCredential } from '../factories/credentials.js';
import { publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { expectGone, whileDeleting } from '../factories/tenants.js';
import { addWorker, beginImport } from '../factories/workers.js';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
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

/** A tenant with rows in tables of several libraries. */
async function inhabited(slug: string): Promise<TestTenant> {
  const tenant = await engine.createTenant(slug);
  await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
  await tenant.admin('POST', '/topics/synonyms', { topic: 'Slinging', means: 'Rigging' });
  await addWorker(tenant, { name: `Ada of ${slug}`, externalWorkerId: 'E-1', site: 'North' });
  await addCredential(tenant, { externalWorkerId: 'E-1', expiresAt: '2020-01-01' });
  await raisedNeed(tenant, { external_worker_id: 'E-1', topic: 'Rigging', amount: 1.5 });
  return tenant;
}

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

describe('edifyd tenant export', () => {
  it('writes all rows of the tenant, of no other, and no secret', async () => {
    const tenant = await inhabited('moving');
    await inhabited('staying');
    await tenant.importRows(
      '/workers',
      `externalWorkerId,name\n${Array.from({ length: 2_100 }, (_, index) => `W-${index},Worker ${index}`).join('\n')}\n`,
    );
    const { file, bytes } = await edifyd.json<{ file: string; bytes: number }>(['tenant', 'export', 'moving']);
    const archive = await readFile(join(edifyd.folder, file));
    expect([file, bytes]).toEqual([expect.stringMatching(/^moving-\d{4}-\d\d-\d\d\.zip$/), archive.length]);
    const files = unzipSync(archive);
    const text = (name: string): string => Buffer.from(files[name] ?? []).toString();
    const manifest = JSON.parse(text('manifest.json')) as {
      tables: Array<{ name: string; key: string[] }>;
      tenant: object;
    };
    expect(manifest).toMatchObject({ format: 1, tenant: { slug: 'moving', plan: 'free' } });
    expect(manifest.tables.map(({ name }) => `data/${name}.ndjson`).toSorted()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'manifest.json')
        .toSorted(),
    );
    // Pages follow each other by the key.
    const withoutKey = manifest.tables.filter(({ key }) => key.length === 0).map(({ name }) => name);
    expect(withoutKey.filter((name) => text(`data/${name}.ndjson`).trimEnd().includes('\n'))).toEqual([]);
    const workers = text('data/worker.ndjson').trimEnd().split('\n');
    expect(new Set(workers.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(2_101);
    expect(text('data/signal.ndjson')).toContain('"amount": 1.5');
    const everything = Object.keys(files).map(text).join('');
    expect(everything).not.toMatch(/Ada of staying|"(?:sealed|hash|password_hash)": /);
    await expectFailure(`tenant export moving --out ${file}`, 'exists');
    await expectFailure('tenant export nobody', 'not_found');
  });

  it('writes to the folder in which npm was called', async () => {
    await engine.createTenant('called');
    const folder = await mkdtemp(join(edifyd.folder, 'called-'));
    const env = { OPERATOR_TOKEN: engine.operatorToken, npm_lifecycle_event: 'edifyd', INIT_CWD: folder };
    const { file } = await edifyd.json<{ file: string }>(['tenant', 'export', 'called'], { env });
    expect(await readdir(folder)).toEqual([file]);
  });
});

describe('edifyd tenant delete', () => {
  it('suspends the tenant until the grace period ends, and can be undone until then', async () => {
    const tenant = await inhabited('regretful');
    expect((await edifyd.failure(['tenant', 'delete', 'regretful'])).line).toBe(
      'nothing is deleted: add --confirm regretful',
    );
    await expectFailure('tenant delete regretful --confirm staying', 'not_confirmed');
    const { deletionAt } = await edifyd.json<{ deletionAt: string }>(
      'tenant delete regretful --confirm regretful --grace 2'.split(' '),
    );
    expect(Math.abs(Date.parse(deletionAt) - Date.now() - 2 * 86_400_000)).toBeLessThan(60_000);
    expect([(await tenant.send(signal())).status, (await tenant.admin('GET', '/me')).status]).toEqual([401, 401]);
    expect((await edifyd.run(['tenant', 'list'])).out).toContain(`deleted on ${deletionAt.slice(0, 10)}`);
    await expectFailure('tenant activate regretful', 'deletion_pending');
    expect((await edifyd.run(['tenant', 'undelete', 'regretful'])).out).toBe('tenant regretful stays, and is active\n');
    expect((await tenant.admin('GET', '/me')).status).toBe(200);
    await expectFailure('tenant undelete regretful', 'no_deletion');
  });

  it('is undone without the end of a suspension that followed it', async () => {
    await engine.createTenant('frozen');
    await edifyd.run('tenant delete frozen --confirm frozen'.split(' '));
    expect((await edifyd.run(['tenant', 'suspend', 'frozen'])).out).toBe('tenant frozen is suspended\n');
    expect((await edifyd.run(['tenant', 'undelete', 'frozen'])).out).toBe('tenant frozen stays, and is suspended\n');
  });

  it('leaves no row of the tenant in any table, and all of the others', async () => {
    const tenant = await inhabited('leaving');
    const other = await inhabited('remaining');
    expect((await tablesOf(tenant)).length).toBeGreaterThan(12);
    const others = await tablesOf(other);
    const { out } = await edifyd.run(['tenant', 'delete', 'leaving', '--confirm', 'leaving', '--grace', '0']);
    expect(out).toBe('tenant leaving is suspended, and deleted with all its data now\n');
    await whileDeleting(engine, () => expectGone(engine, 'leaving'));
    await expectFailure('tenant usage leaving', 'not_found');
    expect(await tablesOf(tenant)).toEqual([]);
    expect(await tablesOf(other)).toEqual(others);
    // The slug is free again, for a tenant without a past.
    expect((await (await engine.createTenant('leaving')).admin<{ items: [] }>('GET', '/workers')).body.items).toEqual(
      [],
    );
  });
});

describe('the deletion of a tenant', () => {
  const waiting = (): Promise<object[]> =>
    engine.database.query(`select from pg_locks where relation = 'worker_group'::regclass and not granted`);

  it('waits for a transaction that began before it, and leaves no row of that either', async () => {
    const tenant = await inhabited('importing');
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
    const stuck = await inhabited('stuck');
    await inhabited('following');
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

describe('edifyd tenant plan, limit and usage, and edifyd token', () => {
  it('change what a tenant may do, and show what it has used', async () => {
    const tenant = await inhabited('growing');
    expect((await edifyd.run(['tenant', 'plan', 'growing', 'team'])).out).toBe(
      'tenant growing has the plan team, and may send the default number of events a second\n',
    );
    expect(await edifyd.json(['tenant', 'limit', 'growing', '3'])).toMatchObject({ rateLimit: 3, plan: 'team' });
    expect(await edifyd.json(['tenant', 'limit', 'growing', 'default'])).toMatchObject({ rateLimit: null });
    expect((await edifyd.run(['tenant', 'limit', 'growing', '0'])).status).toBe(2);
    expect(await edifyd.json(['tenant', 'usage', 'growing'])).toMatchObject({
      plan: 'team',
      signals: 1,
      activeWorkers: 1,
      drafts: { used: 0, limit: 25 },
    });
    const { items } = await edifyd.json<{ items: Array<{ id: string; name: string }> }>(['token', 'list', 'growing']);
    expect(items).toMatchObject([{ name: 'first admin', role: 'admin', revokedAt: null }]);
    expect((await edifyd.run(['token', 'revoke', 'growing', items[0]?.id ?? ''])).status).toBe(0);
    expect((await tenant.admin('GET', '/me')).status).toBe(401);
    expect((await edifyd.run(['token', 'list', 'growing'])).out).toMatch(/tok_\S+ +admin +\S+ +revoked \d/);
    await expectFailure('token revoke growing tok_01jd0000000000000000000000', 'not_found');
  });
});
