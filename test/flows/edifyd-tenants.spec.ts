import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { signal } from '../factories/signals.js';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { tenantOf } from '../harness/tenant.js';

let engine: TestEngine;
let edifyd: CommandLine;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  edifyd = await openCommandLine(engine);
});
afterAll(async () => {
  await engine.close();
  await edifyd.close();
});

const EVENT = signal({ site: 'Site A', topic: 't' });

describe('edifyd tenant', () => {
  it('creates a tenant with a valid signing secret and admin token', async () => {
    const created = await edifyd.json<Schemas['CreatedTenant']>([
      'tenant',
      'create',
      'made',
      '--name',
      'Made Here',
      '--admin-email',
      'ada@made.example',
    ]);
    expect(created.tenant).toMatchObject({ slug: 'made', name: 'Made Here', status: 'active', plan: 'free' });
    const tenant = tenantOf(engine.url, 'made', created);
    expect((await tenant.send(EVENT)).status).toBe(200);
    expect((await tenant.admin('GET', '/me')).status).toBe(200);
    expect(created.invitation).toEqual({
      token: expect.stringMatching(/^edp_/),
      url: expect.stringContaining('/set-password'),
      expiresAt: expect.any(String),
    });
  });

  it('prints the next steps for a person', async () => {
    const { status, out, err } = await edifyd.run([
      'tenant',
      'create',
      'for-people',
      '--name',
      'N',
      '--admin-email',
      'ada@people.example',
    ]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^tenant for-people is created/);
    expect(out).toContain(`${engine.url}/engine/v1/integration/for-people/webhook`);
    expect(out).toMatch(/signing secret +whsec_\S{44}\n/);
    expect(out).toMatch(/admin token +edt_\S+\n/);
    expect(out).toMatch(/invitation +http\S+edp_\S+\n/);
  });

  it('lists all tenants by slug, over several pages', async () => {
    await Promise.all(
      Array.from({ length: 205 }, (_, index) =>
        engine.database.query(`insert into tenant (id, slug, name) values (gen_random_uuid(), $1, $2)`, [
          `many-${index}`,
          'Many',
        ]),
      ),
    );
    const { items, nextCursor } = await edifyd.json<{ items: Array<{ slug: string }>; nextCursor: null }>([
      'tenant',
      'list',
    ]);
    const [row] = await engine.database.query<{ count: number }>('select count(*)::int as count from tenant');
    expect(items).toHaveLength(row?.count ?? -1);
    expect(items.map(({ slug }) => slug)).toEqual(items.map(({ slug }) => slug).toSorted());
    expect(nextCursor).toBeNull();
  });

  it('removes control characters from names', async () => {
    await engine.operator('POST', '/tenants', { slug: 'evil', name: 'red \u001B[31m\nfake  active' });
    const { out } = await edifyd.run(['tenant', 'list']);
    expect(out).toMatch(/^SLUG +STATUS +PLAN +SIGNALS KEPT +SINCE +NAME\n/);
    expect(out).toMatch(/^evil +active +free +12 months +\d{4}-\d\d-\d\d +red \u{FFFD}\[31m\u{FFFD}fake/mu);
  });

  it('suspends and activates a tenant', async () => {
    const tenant = await edifyd.createTenant('on-off');
    expect(await edifyd.json(['tenant', 'suspend', 'on-off'])).toMatchObject({ slug: 'on-off', status: 'suspended' });
    expect((await tenant.send(EVENT)).status).toBe(401);
    const { status, out } = await edifyd.run(['tenant', 'activate', 'on-off']);
    expect({ status, out }).toEqual({ status: 0, out: 'tenant on-off is active\n' });
    expect((await tenant.send(EVENT)).status).toBe(200);
  });

  it('changes how long signals are kept, within the allowed values', async () => {
    await edifyd.createTenant('keeper');
    const { status, out } = await edifyd.run(['tenant', 'retention', 'keeper', '3']);
    expect({ status, out }).toEqual({ status: 0, out: 'tenant keeper keeps its signals for 3 months\n' });
    expect((await edifyd.failure(['tenant', 'retention', 'keeper', '5'])).error).toMatchObject({
      status: 422,
      errors: [{ field: 'signalRetentionMonths' }],
    });
    expect((await edifyd.json<{ items: object[] }>(['tenant', 'list'])).items).toContainEqual(
      expect.objectContaining({ slug: 'keeper', signalRetentionMonths: 3 }),
    );
  });

  it('shows the fields that the engine refuses', async () => {
    const { line, error } = await edifyd.failure([
      'tenant',
      'create',
      'Bad Slug',
      '--name',
      'N',
      '--admin-email',
      'nobody',
    ]);
    expect(line).toMatch(/^refused \(422 invalid\): .*slug must be 1 to 63 .*adminEmail must be an e-mail address/);
    expect(error).toMatchObject({ status: 422, code: 'invalid', errors: [{ field: 'slug' }, { field: 'adminEmail' }] });
  });

  it('reports a taken and an unknown slug', async () => {
    await edifyd.createTenant('taken');
    expect((await edifyd.failure(['tenant', 'create', 'taken', '--name', 'N'])).error).toMatchObject({
      code: 'slug_taken',
      message: expect.stringContaining('"taken" exists already'),
    });
    const nobody = await Promise.all(
      ['nobody', '..', 'a/../b', ''].map((slug) => edifyd.failure(['tenant', 'suspend', slug])),
    );
    expect(nobody.map(({ error }) => error['code'])).toEqual(nobody.map(() => 'not_found'));
  });
});
