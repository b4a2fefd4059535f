import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { inhabitedTenant } from '../factories/tenants.js';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';

let engine: SharedEngine;
let edifyd: CommandLine;

beforeAll(async () => {
  engine = await sharedEngine();
  edifyd = await openCommandLine(engine);
});
afterAll(() => edifyd.close());

/** Expects a command to fail with a code of the API or of the command line. */
const expectFailure = async (command: string, code: string): Promise<void> =>
  expect((await edifyd.failure(command.split(' '))).error).toMatchObject({ code });

describe('edifyd tenant export', () => {
  it('writes all rows of the tenant, of no other, and no secret', async () => {
    const tenant = await inhabitedTenant(engine);
    const other = await inhabitedTenant(engine);
    const { slug } = tenant;
    await tenant.importRows(
      '/workers',
      `externalWorkerId,name\n${Array.from({ length: 2_100 }, (_, index) => `W-${index},Worker ${index}`).join('\n')}\n`,
    );
    const { file, bytes } = await edifyd.json<{ file: string; bytes: number }>(['tenant', 'export', slug]);
    const archive = await readFile(join(edifyd.folder, file));
    expect([file, bytes]).toEqual([
      expect.stringMatching(new RegExp(`^${slug}-\\d{4}-\\d\\d-\\d\\d\\.zip$`)),
      archive.length,
    ]);
    const files = unzipSync(archive);
    const text = (name: string): string => Buffer.from(files[name] ?? []).toString();
    const manifest = JSON.parse(text('manifest.json')) as {
      tables: Array<{ name: string; key: string[] }>;
      tenant: object;
    };
    expect(manifest).toMatchObject({ format: 1, tenant: { slug, plan: 'free' } });
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
    expect(everything).not.toContain(`Ada of ${other.slug}`);
    expect(everything).not.toMatch(/"(?:sealed|hash|password_hash)": /);
    await expectFailure(`tenant export ${slug} --out ${file}`, 'exists');
    await expectFailure('tenant export nobody', 'not_found');
  });

  it('writes to the folder in which npm was called', async () => {
    const { slug } = await engine.createTenant();
    const folder = await mkdtemp(join(edifyd.folder, 'called-'));
    const env = { OPERATOR_TOKEN: engine.operatorToken, npm_lifecycle_event: 'edifyd', INIT_CWD: folder };
    const { file } = await edifyd.json<{ file: string }>(['tenant', 'export', slug], { env });
    expect(await readdir(folder)).toEqual([file]);
  });
});

describe('edifyd tenant plan, limit and usage, and edifyd token', () => {
  it('change what a tenant may do, and show what it has used', async () => {
    const tenant = await inhabitedTenant(engine);
    const { slug } = tenant;
    expect((await edifyd.run(['tenant', 'plan', slug, 'team'])).out).toBe(
      `tenant ${slug} has the plan team, and may send the default number of events a second\n`,
    );
    expect(await edifyd.json(['tenant', 'limit', slug, '3'])).toMatchObject({ rateLimit: 3, plan: 'team' });
    expect(await edifyd.json(['tenant', 'limit', slug, 'default'])).toMatchObject({ rateLimit: null });
    expect((await edifyd.run(['tenant', 'limit', slug, '0'])).status).toBe(2);
    await engine.database.query(
      `insert into authoring_month (tenant_id, month, drafts_used, drafts_reserved)
       values ($1, date_trunc('month', now() at time zone 'UTC')::date, 2, 1)`,
      [tenant.id],
    );
    expect(await edifyd.json(['tenant', 'usage', slug])).toMatchObject({
      plan: 'team',
      signals: 1,
      activeWorkers: 1,
      drafts: { used: 2, reserved: 1, limit: 25 },
    });
    expect((await edifyd.run(['tenant', 'usage', slug])).out).toMatch(/^drafts +2 of 25, 1 reserved$/m);
    const { items } = await edifyd.json<{ items: Array<{ id: string; name: string }> }>(['token', 'list', slug]);
    expect(items).toMatchObject([{ name: 'first admin', role: 'admin', revokedAt: null }]);
    expect((await edifyd.run(['token', 'revoke', slug, items[0]?.id ?? ''])).status).toBe(0);
    expect((await tenant.admin('GET', '/me')).status).toBe(401);
    expect((await edifyd.run(['token', 'list', slug])).out).toMatch(/tok_\S+ +admin +\S+ +revoked \d/);
    await expectFailure(`token revoke ${slug} tok_01jd0000000000000000000000`, 'not_found');
  });
});
