import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_LIVE_SECRETS } from '#tenancy';
import { signal } from '../factories/signals.js';
import { type SharedEngine, sign, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { expectForbidden, refusedFields } from '../harness/expect-refused.js';
import { type OperatorAnswer, operatorOf } from '../harness/operator-answers.js';
import type { TestTenant } from '../harness/tenant.js';

const EVENT = signal({ site: 'Site A', topic: 'Manual Handling' });

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const operator = operatorOf(() => engine);
/** Has a new signing secret of the tenant created. */
const rotate = (graceSeconds: unknown): Promise<OperatorAnswer> =>
  operator('POST', `/tenants/${tenant.slug}/secrets`, { graceSeconds });
const createToken = (body: object): Promise<OperatorAnswer> => operator('POST', `/tenants/${tenant.slug}/tokens`, body);

/** Sends the event signed with a secret of the caller's choice. */
async function signedWith(secret: unknown): Promise<number> {
  const body = JSON.stringify(EVENT);
  return (await tenant.sendRaw(body, { 'x-edifyd-signature': sign(String(secret), body) })).status;
}

describe('rotating the signing secret', () => {
  it('keeps both valid during the grace period', async () => {
    const { status, body } = await rotate(3600);
    expect(status).toBe(201);
    const { signingSecret, previousExpiresAt } = body as { signingSecret: string; previousExpiresAt: string };
    expect(signingSecret).toMatch(/^whsec_/);
    expect(signingSecret).not.toBe(tenant.signingSecret);
    expect(Math.abs(Date.parse(previousExpiresAt) - Date.now() - 3_600_000)).toBeLessThan(10_000);
    expect(await signedWith(signingSecret)).toBe(200);
    expect(await signedWith(tenant.signingSecret)).toBe(200);
  });

  it('ends the old one at its expiry, and at once without a grace period', async () => {
    const began = Date.now();
    const { body: first } = await rotate(1);
    await eventually(async () => expect(await signedWith(tenant.signingSecret)).toBe(401));
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
    const { body: second } = await rotate(0);
    expect(await signedWith(first['signingSecret'])).toBe(401);
    expect(await signedWith(second['signingSecret'])).toBe(200);
  });

  it('never extends an earlier expiry', async () => {
    await rotate(1);
    await rotate(3600);
    await eventually(async () => expect(await signedWith(tenant.signingSecret)).toBe(401));
  });

  it('refuses a fifth live secret until one expires, with that time; without a grace period it ends the others', async () => {
    const [first, second, third] = [await rotate(60), await rotate(3600), await rotate(3600)];
    const refusal = await rotate(60);
    const nextExpiresAt = first.body['previousExpiresAt'];
    expect(refusal).toMatchObject({
      status: 409,
      type: 'application/problem+json',
      body: { code: 'too_many_secrets', nextExpiresAt, detail: expect.stringContaining(String(nextExpiresAt)) },
    });
    // What was refused has shortened nothing.
    const listed = (await operator('GET', `/tenants/${tenant.slug}/secrets`)).body as {
      items: Array<{ expiresAt: string | null }>;
    };
    const ends = [third, second].map(({ body }) => body['previousExpiresAt']);
    expect(listed.items.map(({ expiresAt }) => expiresAt)).toEqual([null, ...ends, nextExpiresAt]);
    await engine.database.query(
      `update signing_secret set expires_at = now() where tenant_id = $1 and expires_at < now() + interval '5 minutes'`,
      [tenant.id],
    );
    expect((await rotate(3600)).status).toBe(201);
    expect((await rotate(3600)).status).toBe(409);
    const last = await rotate(0);
    expect(last.status).toBe(201);
    expect(await signedWith(third.body['signingSecret'])).toBe(401);
    expect(await signedWith(last.body['signingSecret'])).toBe(200);
  });

  it('allows at most four live secrets if several are created at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: MAX_LIVE_SECRETS + 2 }, () => rotate(3600)));
    const statuses = answers.map(({ status }) => status).toSorted((one, two) => one - two);
    expect(statuses).toEqual([201, 201, 201, 409, 409, 409]);
    const counted = await engine.database.query(
      `select count(*)::int as live, count(*) filter (where expires_at is null)::int as lasting
        from signing_secret where tenant_id = $1`,
      [tenant.id],
    );
    expect(counted).toEqual([{ live: MAX_LIVE_SECRETS, lasting: 1 }]);
  });

  it.each([-1, 1.5, 30 * 24 * 3600 + 1, '60', null, undefined])(
    'refuses a grace period of %j',
    async (graceSeconds) => {
      expect(refusedFields(await rotate(graceSeconds))).toEqual(['graceSeconds']);
    },
  );
});

describe('creating tokens', () => {
  it.each(['viewer', 'author', 'admin'])('creates one with the role %s', async (role) => {
    const { status, body } = await createToken({ role, name: 'reporting' });
    expect(status).toBe(201);
    expect(body).toEqual({ token: expect.stringMatching(/^edt_/) });
    const me = { tenant: { slug: tenant.slug }, role, name: 'reporting' };
    expect(await tenant.as(String(body['token'])).api.getMe()).toMatchObject(me);
  });

  it('gives a viewer the rights of a viewer only', async () => {
    const { body } = await createToken({ role: 'viewer', name: 'wall screen' });
    const viewer = tenant.as(String(body['token']));
    await expectForbidden(viewer, '/signal-map', [['PUT', { map: {} }]]);
  });

  it.each([
    { role: 'operator', name: 'n' },
    { role: 'viewer', name: '' },
    { role: 'viewer', name: 'n', scope: 'all' },
  ])('refuses %j', async (body) => {
    expect((await createToken(body)).status).toBe(422);
  });
});
