import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type SharedEngine, sharedEngine, sign } from '../harness/engine.js';
import { tenantOf } from '../harness/tenant.js';

let engine: SharedEngine;
let edifyd: CommandLine;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  edifyd = await openCommandLine(engine);
});
afterAll(() => edifyd.close());

const EVENT = signal({ site: 'Site A', topic: 't' });

describe('edifyd secret and token', () => {
  it('rotates with a grace period of a day, or the given one', async () => {
    const tenant = await edifyd.createTenant('rotating');
    const { signingSecret, previousExpiresAt } = await edifyd.json<{
      signingSecret: string;
      previousExpiresAt: string;
    }>(['secret', 'rotate', 'rotating']);
    expect(Math.abs(Date.parse(previousExpiresAt) - Date.now() - 86_400_000)).toBeLessThan(30_000);
    expect((await tenant.send(EVENT)).status).toBe(200);
    const { status, out } = await edifyd.run(['secret', 'rotate', 'rotating', '--grace', '0']);
    expect(status).toBe(0);
    const latest = /whsec_\S+/.exec(out)?.[0] ?? '';
    const body = JSON.stringify(EVENT);
    expect((await tenant.send(EVENT)).status).toBe(401);
    expect((await tenant.sendRaw(body, { 'x-edifyd-signature': sign(signingSecret, body) })).status).toBe(401);
    expect((await tenant.sendRaw(body, { 'x-edifyd-signature': sign(latest, body) })).status).toBe(200);
  });

  it('lists the secrets with the systems that sign with them', async () => {
    const tenant = await edifyd.createTenant('named');
    await tenant.api.createSigningSecret({ body: { name: 'Payroll' } });
    const { out } = await edifyd.run(['secret', 'list', 'named']);
    expect(out).toMatch(/^SECRET .* NAME\nsec_\S+ .* live +never +Payroll\nsec_\S+ .* live +never +default\n$/);
  });

  it('creates a token with the given role', async () => {
    const tenant = await edifyd.createTenant('tokens');
    const { token } = await edifyd.json<{ token: string }>([
      'token',
      'create',
      'tokens',
      '--role',
      'author',
      '--name',
      'import job',
    ]);
    const { body } = await tenantOf(engine.url, tenant.slug, { signingSecret: '', adminToken: token }).admin(
      'GET',
      '/me',
    );
    expect(body).toMatchObject({ tenant: { slug: 'tokens' }, role: 'author', name: 'import job' });
    expect((await edifyd.run(['token', 'create', 'tokens', '--role', 'viewer', '--name', 'x'])).out).toMatch(
      /^token "x" \(viewer\) of tenant tokens, shown only once\nedt_\S+\n$/,
    );
  });

  it('creates a link by which an admin can log in again', async () => {
    await edifyd.createTenant('locked-out');
    const { url } = await edifyd.json<{ url: string }>([
      'admin',
      'recover',
      'locked-out',
      '--email',
      'ada@acme.example',
    ]);
    expect(url).toMatch(/\/set-password#edp_[\w-]{64}$/);
    expect((await edifyd.run(['admin', 'recover', 'locked-out', '--email', 'ada@acme.example'])).out).toMatch(
      /^ada@acme\.example is an admin of tenant locked-out; .*\nlink +http\S+#edp_\S+\ngood until +\S+Z\n$/,
    );
  });
});
