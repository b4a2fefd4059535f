import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { NeedView } from '#needs';
import { type TestEngine, sign, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const CREATED = { ok: true, applied: true, signalId: expect.stringMatching(/^sig_[0-9a-z]{26}$/), deduped: false };
const JOINED = { ok: true, applied: true, deduped: true };
const MAX_BYTES = 256 * 1024;

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

async function answerTo(data: object, event = 'signal.incident'): Promise<unknown> {
  const response = await tenant.send({ event, data });
  expect(response.status).toBe(200);
  return response.json();
}

/** The one need about a topic; each test has topics of its own. */
async function needOf(topic: string): Promise<NeedView> {
  const { body } = await tenant.admin<{ items: NeedView[] }>('GET', `/needs?topic=${encodeURIComponent(topic)}`);
  expect(body.items).toHaveLength(1);
  return body.items[0] as NeedView;
}

async function signalOf(
  answer: unknown,
): Promise<{ event: object; type: string; dedupeKey: string; outcome: string; needId: string }> {
  const { status, body } = await tenant.admin<Awaited<ReturnType<typeof signalOf>>>(
    'GET',
    `/signals/${(answer as { signalId: string }).signalId}`,
  );
  expect(status).toBe(200);
  return body;
}

const padded = (bytes: number): string => {
  const body = (note: string): string =>
    JSON.stringify({ event: 'signal.incident', data: { site: 'Site A', topic: 'large', payload: { note } } });
  return body('x'.repeat(bytes - body('').length));
};

describe('a signed data point', () => {
  it('creates a need, and joins it when it is sent again', async () => {
    const event = {
      event: 'signal.credential_expiring',
      data: { email: 'jordan@acme.com', topic: 'Working at Heights' },
    };
    const first = await tenant.send(event);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toMatch(/^application\/json\b/);
    expect(await first.json()).toEqual(CREATED);
    const again = await tenant.send(event);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(JOINED);
  });

  it('becomes a need for one worker: the expiring licence of the public document', async () => {
    const data = {
      email: 'Jordan@Acme.com',
      topic: 'Heights licence',
      category: 'Refresher',
      severity: 3,
      payload: { credential: 'WAH licence', expires_at: '2026-07-15' },
    };
    expect(await answerTo(data, 'signal.credential_expiring')).toEqual(CREATED);
    expect(await needOf('Heights licence')).toMatchObject({
      id: expect.stringMatching(/^need_/),
      status: 'open',
      type: 'credential_expiring',
      category: 'Refresher',
      severity: 3,
      signalCount: 1,
      audience: { kind: 'worker', worker: null, site: null },
      unknownWorker: { email: 'jordan@acme.com' },
      recommendation: { kind: 'pending', courseId: null },
    });
  });

  it('becomes a need for a whole site: the incident of the public document', async () => {
    const data = {
      site: 'Site A',
      topic: 'Lifting stock',
      severity: 4,
      payload: { ref: 'INC-2043', summary: 'strain lifting stock' },
    };
    expect(await answerTo(data)).toEqual(CREATED);
    const need = await needOf('Lifting stock');
    expect(need).toMatchObject({
      type: 'incident',
      category: null,
      severity: 4,
      audience: { kind: 'cohort', worker: null, site: 'Site A' },
    });
    expect(need).not.toHaveProperty('unknownWorker');
  });

  it('has its type in event, or in data.type if event is "signal", with the same key', async () => {
    expect(await answerTo({ site: 'S', topic: 'two forms' }, 'signal.policy_updated')).toEqual(CREATED);
    expect(await answerTo({ type: 'policy_updated', site: 'S', topic: 'two forms' }, 'signal')).toEqual(JOINED);
    expect(await answerTo({ type: 'incident', site: 'S', topic: 'two forms' }, 'signal.policy_updated')).toEqual(
      JOINED,
    );
    expect(await needOf('two forms')).toMatchObject({ type: 'policy_updated', signalCount: 3 });
  });

  it('is about the worker with the external id, else with the e-mail, else with the learner id', async () => {
    const topic = 'worker keys';
    const all = { external_worker_id: 'W-1', email: 'a@acme.com', learner_id: 'L-1', site: 'S', topic };
    expect(await answerTo(all)).toEqual(CREATED);
    expect(await answerTo({ ...all, email: 'new@acme.com', learner_id: null, site: 'Elsewhere' })).toEqual(JOINED);
    expect(await answerTo({ ...all, external_worker_id: null })).toEqual(CREATED);
    expect(await answerTo({ ...all, external_worker_id: '', email: 'A@ACME.COM', learner_id: 'L-2' })).toEqual(JOINED);
    expect(await answerTo({ learner_id: 'L-1', site: 'S', topic })).toEqual(CREATED);
    expect(await answerTo({ site: 'S', topic })).toEqual(CREATED);
    const { body } = await tenant.admin<{ items: NeedView[] }>(
      'GET',
      `/needs?topic=${encodeURIComponent(topic)}&sort=oldest`,
    );
    expect(body.items.map(({ audience, unknownWorker }) => unknownWorker ?? audience.site)).toEqual([
      { externalWorkerId: 'W-1', email: 'a@acme.com', learnerId: 'L-1' },
      { email: 'a@acme.com', learnerId: 'L-1' },
      { learnerId: 'L-1' },
      'S',
    ]);
  });

  it('has the same key if type, worker or site, and topic are equal, and another one if any differs', async () => {
    const said = { external_worker_id: 'a:b', topic: 'c' };
    expect(await answerTo(said, 'signal.t')).toEqual(CREATED);
    expect(await answerTo({ ...said, category: 'other', severity: 1, payload: { at: 2 } }, 'signal.t')).toEqual(JOINED);
    expect(await answerTo(said, 'signal.u')).toEqual(CREATED);
    expect(await answerTo({ external_worker_id: 'a', topic: 'b:c' }, 'signal.t')).toEqual(CREATED);
    expect(await answerTo({ learner_id: 'a:b', topic: 'c' }, 'signal.t')).toEqual(CREATED);
    expect(await answerTo({ site: 'a:b', topic: 'c' }, 'signal.t')).toEqual(CREATED);
    expect(await answerTo({ external_worker_id: 'a:b' }, 'signal.t')).toEqual(CREATED);
  });

  it('with a dedupe key of its own has that key, whatever its other fields, and updates the need', async () => {
    const key = 'k'.repeat(255);
    expect(await answerTo({ site: 'S', topic: 'first topic', dedupe_key: key })).toEqual(CREATED);
    expect(
      await answerTo({ site: 'S', topic: 'moved topic', category: 'Toolbox', dedupe_key: key }, 'signal.other'),
    ).toEqual(JOINED);
    expect(await needOf('moved topic')).toMatchObject({ type: 'incident', category: 'Toolbox', signalCount: 2 });
    expect(await answerTo({ site: 'S', topic: 'moved topic', dedupe_key: `${'k'.repeat(254)}K` })).toEqual(CREATED);
  });

  it('belongs to the tenant of its slug', async () => {
    const other = await engine.createTenant();
    const event = { event: 'signal.incident', data: { site: 'S', topic: 'walls' } };
    for (const each of [tenant, other]) expect(await (await each.send(event)).json()).toEqual(CREATED);
    const wrong = await tenant.sendRaw(JSON.stringify(event), {
      'x-edifyd-signature': sign(other.signingSecret, JSON.stringify(event)),
    });
    expect(wrong.status).toBe(401);
  });

  it('is stored as it was sent, with all unknown fields', async () => {
    const event = {
      event: 'signal.incident',
      id: 'evt-1',
      data: {
        site: 'Zürich 🏗',
        topic: 'stored',
        action: 'trigger',
        badge: null,
        nested: { 'a.b': [1, { c: [] }], '': 'empty name', constructor: 'Co.' },
        payload: {
          text: 'line\nbreak "quoted" \\ \u{1F600}',
          numbers: [0, -1.5, 1e21, 5e-324, 123456789012],
          flags: [true, false],
        },
      },
    };
    const first = await (await tenant.send(event)).json();
    expect(await signalOf(first)).toMatchObject({
      event,
      type: 'incident',
      outcome: 'created',
      dedupeKey: 'incident:site=Zürich 🏗:stored',
      needId: (await needOf('stored')).id,
    });
    await answerTo({ ...event.data, extra: 'joined' });
    const { body } = await tenant.admin<{ items: Array<{ outcome: string; event: object }> }>(
      'GET',
      '/signals?limit=1',
    );
    expect(body.items).toMatchObject([
      { outcome: 'joined', event: { event: 'signal.incident', data: { ...event.data, extra: 'joined' } } },
    ]);
  });
});

describe('severity', () => {
  it.each([
    ['credential_expiring', 2],
    ['credential_expired', 4],
    ['incident', 2],
    ['role_assigned', 2],
    ['policy_updated', 2],
    ['onboarding_gap', 2],
    ['made_up', 2],
  ])('of %s is %i by default', async (type, severity) => {
    await answerTo({ external_worker_id: 'W', topic: `severity of ${type}` }, `signal.${type}`);
    expect((await needOf(`severity of ${type}`)).severity).toBe(severity);
  });

  it('rises with a joining signal, and never falls', async () => {
    const topic = 'rises';
    for (const [sent, shown] of [
      [2, 2],
      [1, 2],
      [4, 4],
      [3, 4],
      [undefined, 4],
      [1, 4],
    ] as const) {
      await answerTo({ site: 'S', topic, severity: sent });
      expect((await needOf(topic)).severity).toBe(shown);
    }
  });

  it('is the highest of signals that arrive together', async () => {
    const topic = 'together';
    const answers = await Promise.all([1, 3, 2, 4, 1, 2].map((severity) => answerTo({ site: 'S', topic, severity })));
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(JOINED))).toHaveLength(5);
    expect(await needOf(topic)).toMatchObject({ severity: 4, signalCount: 6 });
  });
});

describe('the signal map', () => {
  const MAP = {
    license_expiring: { topic: 'Mapped heights', category: 'Refresher', severity: 3 },
    near_miss: { topic: 'Hazard Awareness', category: 'Toolbox', severity: 4 },
    credential_expired: { severity: 1 },
  };

  it('sets omitted fields from the moment it is saved', async () => {
    const put = await tenant.admin('PUT', '/signal-map', { map: MAP, autoAuthor: false });
    expect(put).toMatchObject({ status: 200, body: { map: MAP, autoAuthor: false } });
    expect(await answerTo({ site: 'S' }, 'signal.near_miss')).toEqual(CREATED);
    expect(await needOf('Hazard Awareness')).toMatchObject({ category: 'Toolbox', severity: 4 });
    await answerTo({ site: 'S', topic: 'Own words', severity: 1 }, 'signal.near_miss');
    expect(await needOf('Own words')).toMatchObject({ category: 'Toolbox', severity: 1 });
    await answerTo({ site: 'S', category: 'Own' }, 'signal.license_expiring');
    expect(await needOf('Mapped heights')).toMatchObject({ category: 'Own', severity: 3 });
    await answerTo({ site: 'S', topic: 'map over type' }, 'signal.credential_expired');
    expect((await needOf('map over type')).severity).toBe(1);
  });

  it('gives signals with and without its topic the same key', async () => {
    await tenant.admin('PUT', '/signal-map', { map: MAP });
    expect(await answerTo({ site: 'Same' }, 'signal.near_miss')).toEqual(CREATED);
    expect(await answerTo({ site: 'Same', topic: 'Hazard Awareness' }, 'signal.near_miss')).toEqual(JOINED);
  });

  it('has no effect after it is emptied, and none for another tenant', async () => {
    await tenant.admin('PUT', '/signal-map', { map: MAP });
    const other = await engine.createTenant();
    await other.send({ event: 'signal.near_miss', data: { site: 'S' } });
    expect((await other.admin<{ items: NeedView[] }>('GET', '/needs')).body.items).toMatchObject([
      { topic: null, severity: 2 },
    ]);
    await tenant.admin('PUT', '/signal-map', { map: {} });
    await answerTo({ site: 'S', topic: 'emptied' }, 'signal.near_miss');
    expect(await needOf('emptied')).toMatchObject({ category: null, severity: 2 });
  });

  it('that is saved in one process applies in another', async () => {
    const second = await startEngine({ worker: false, on: engine });
    try {
      await tenant.admin('PUT', '/signal-map', { map: { elsewhere: { category: 'From afar' } } });
      const body = JSON.stringify({ event: 'signal.elsewhere', data: { site: 'S', topic: 'second process' } });
      await eventually(async () => {
        await fetch(`${second.url}/engine/v1/integration/${tenant.slug}/webhook`, {
          method: 'POST',
          headers: { 'x-edifyd-signature': sign(tenant.signingSecret, body) },
          body,
        });
        expect(await needOf('second process')).toMatchObject({ category: 'From afar' });
      });
    } finally {
      await second.close();
    }
  });

  it('that cannot be read after a change applies a little later', async () => {
    await tenant.admin('PUT', '/signal-map', { map: {} });
    await engine.database.query(
      `update signal_map set map = '{"late": {"category": "Read later"}}' from tenant where tenant.id = tenant_id and slug = $1`,
      [tenant.slug],
    );
    await engine.database.query('alter table signal_map rename to signal_map_away');
    try {
      await engine.database.query(`select pg_notify('signal_map_changed', id::text) from tenant where slug = $1`, [
        tenant.slug,
      ]);
      await sleep(200);
    } finally {
      await engine.database.query('alter table signal_map_away rename to signal_map');
    }
    await eventually(async () => {
      await tenant.send({ event: 'signal.late', data: { site: 'S', topic: 'read later' } });
      expect(await needOf('read later')).toMatchObject({ category: 'Read later' });
    });
  });
});

describe('a content type', () => {
  const types = [
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'text/plain',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/vnd.acme+json',
    'garbage',
    ';',
    '///',
    'text/plain; charset',
    'application/json, text/plain',
    'é',
  ];

  it.each(types)('does not affect a signed body: %j', async (type) => {
    const body = JSON.stringify({ event: 'signal.incident', data: { site: 'S', topic: `sent as ${type}` } });
    const response = await tenant.sendRaw(body, { 'content-type': type });
    expect([response.status, await response.json()]).toEqual([200, CREATED]);
  });

  it('may be missing', async () => {
    const body = Buffer.from(
      JSON.stringify({ event: 'signal.incident', data: { site: 'S', topic: 'sent as nothing' } }),
    );
    const headers = { 'x-edifyd-signature': sign(tenant.signingSecret, body) };
    const response = await fetch(`${engine.url}/engine/v1/integration/${tenant.slug}/webhook`, {
      method: 'POST',
      headers,
      body,
    });
    expect([response.status, await response.json()]).toEqual([200, CREATED]);
  });
});

describe('the response to a body that cannot be applied', () => {
  const refused = async (body: string | Buffer, headers?: Record<string, string>): Promise<[number, string]> => {
    const response = await tenant.sendRaw(body, headers);
    expect(response.headers.get('content-type')).toMatch(/^application\/json\b/);
    return [response.status, await response.text()];
  };
  const stored = async (): Promise<unknown> =>
    (
      await engine.database.query(
        'select (select count(*) from signal) as signals, (select count(*) from need) as needs',
      )
    )[0];

  it.each([
    '',
    ' ',
    'event=signal.incident',
    '{"event":',
    'null',
    '1',
    'true',
    '"signal.incident"',
    '{"event":"signal.incident"}}',
  ])('is 400 invalid_json: %j', async (body) => {
    const before = await stored();
    expect(await refused(body)).toEqual([400, '{"error":"invalid_json"}']);
    expect(await stored()).toEqual(before);
  });

  it('is 422 invalid_event, with every invalid field', async () => {
    const before = await stored();
    expect(await refused('{"event":"signal.incident","data":{"topic":"x","severity":7}}')).toEqual([
      422,
      '{"error":"invalid_event","details":[{"field":"data.severity","message":"must be 1 (low), 2 (info), 3 (soon) or 4 (blocking)"},' +
        '{"field":"data","message":"needs one of external_worker_id, email, learner_id or site"}]}',
    ]);
    expect(await refused('{}')).toEqual([
      422,
      '{"error":"invalid_event","details":[{"field":"data","message":"is required"},{"field":"event","message":"is required"}]}',
    ]);
    expect(await stored()).toEqual(before);
  });

  it('is 401 bad_signature before any other error of the body', async () => {
    for (const body of ['{"event":"signal.incident","data":{"site":"S"}}', '{}', 'no JSON', '']) {
      expect(await refused(body, { 'x-edifyd-signature': 'f'.repeat(64) })).toEqual([401, '{"error":"bad_signature"}']);
    }
  });

  it('is 503 unavailable with Retry-After while it cannot be recorded; nothing is stored, and it is recorded when sent again', async () => {
    const event = { event: 'signal.incident', data: { site: 'S', topic: 'unavailable' } };
    const before = await stored();
    await engine.database.query('alter table signal rename to signal_elsewhere');
    try {
      const response = await tenant.send(event);
      expect([response.status, await response.text()]).toEqual([503, '{"error":"unavailable"}']);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await engine.database.query('alter table signal_elsewhere rename to signal');
    }
    expect(await stored()).toEqual(before);
    expect(await (await tenant.send(event)).json()).toEqual(CREATED);
  });
});

describe('the size of a body', () => {
  const TOO_LARGE = [413, { error: 'payload_too_large' }];

  /** Sends a body whose length nothing announces. */
  async function chunked(body: string): Promise<[number, unknown]> {
    const chunks = new Blob([body]).stream();
    const headers = { 'x-edifyd-signature': sign(tenant.signingSecret, body) };
    const response = await fetch(`${engine.url}/engine/v1/integration/${tenant.slug}/webhook`, {
      method: 'POST',
      headers,
      body: chunks,
      duplex: 'half',
    });
    return [response.status, await response.json()];
  }

  it('may be 256 KiB, and not one byte more', async () => {
    expect(Buffer.byteLength(padded(MAX_BYTES))).toBe(262_144);
    const fits = await tenant.sendRaw(padded(MAX_BYTES));
    expect([fits.status, await fits.json()]).toEqual([200, CREATED]);
    const tooLarge = await tenant.sendRaw(padded(MAX_BYTES + 1));
    expect([tooLarge.status, await tooLarge.json()]).toEqual(TOO_LARGE);
  });

  it('has the same limit in chunks', async () => {
    const topic = '"topic":"large"';
    expect(await chunked(padded(MAX_BYTES).replace(topic, '"topic":"LARGE"'))).toEqual([200, CREATED]);
    expect(await chunked(padded(MAX_BYTES + 1))).toEqual(TOO_LARGE);
    expect(await chunked(padded(MAX_BYTES * 4))).toEqual(TOO_LARGE);
  });

  it('is checked before the signature', async () => {
    const response = await tenant.sendRaw(padded(MAX_BYTES + 1), { 'x-edifyd-signature': '' });
    expect([response.status, await response.json()]).toEqual(TOO_LARGE);
  });
});

describe('a signing secret', () => {
  const event = JSON.stringify({ event: 'signal.incident', data: { site: 'S', topic: 'secrets' } });
  const statusWith = async (each: TestTenant, secret: string): Promise<number> =>
    (await each.sendRaw(event, { 'x-edifyd-signature': sign(secret, event) })).status;
  const rotate = async (each: TestTenant, graceSeconds: number): Promise<string> => {
    const response = await engine.operator('POST', `/tenants/${each.slug}/secrets`, { graceSeconds });
    return ((await response.json()) as { signingSecret: string }).signingSecret;
  };

  it('consists of whsec_ and 32 random bytes', () => {
    expect(tenant.signingSecret).toMatch(/^whsec_/);
    expect(Buffer.from(tenant.signingSecret.slice('whsec_'.length), 'base64')).toHaveLength(32);
  });

  it('is valid besides its successor until it expires', async () => {
    const rotated = await engine.createTenant();
    const second = await rotate(rotated, 600);
    expect(await Promise.all([rotated.signingSecret, second].map((secret) => statusWith(rotated, secret)))).toEqual([
      200, 200,
    ]);
    const third = await rotate(rotated, 0);
    expect(
      await Promise.all([rotated.signingSecret, second, third].map((secret) => statusWith(rotated, secret))),
    ).toEqual([401, 401, 200]);
  });

  it('is refused after its expiry', async () => {
    const rotated = await engine.createTenant();
    const began = Date.now();
    await rotate(rotated, 1);
    expect(await statusWith(rotated, rotated.signingSecret)).toBe(200);
    await eventually(async () => expect(await statusWith(rotated, rotated.signingSecret)).toBe(401));
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
  });

  it('is refused while the tenant is suspended, and accepted again afterwards', async () => {
    const suspended = await engine.createTenant();
    await engine.operator('PATCH', `/tenants/${suspended.slug}`, { status: 'suspended' });
    const response = await suspended.sendRaw(event);
    expect([response.status, await response.text()]).toEqual([401, '{"error":"bad_signature"}']);
    await engine.operator('PATCH', `/tenants/${suspended.slug}`, { status: 'active' });
    expect(await statusWith(suspended, suspended.signingSecret)).toBe(200);
  });
});

describe('a suspension', () => {
  it('is not undone by a process that was still reading the previous state', async () => {
    const own = await startEngine({ worker: false });
    const owner = new pg.Client({ connectionString: own.database.ownerUrl });
    try {
      const each = await own.createTenant();
      await owner.connect();
      await owner.query('begin; lock table signing_secret');
      await own.database.query(`select pg_notify('tenant_changed', '')`);
      await eventually(async () =>
        expect(
          await own.database.query(
            `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          ),
        ).toHaveLength(1),
      );
      const suspended = own.operator('PATCH', `/tenants/${each.slug}`, { status: 'suspended' });
      await eventually(async () =>
        expect(await own.database.query(`select status from tenant`)).toEqual([{ status: 'suspended' }]),
      );
      await sleep(200);
      await owner.query('rollback');
      expect((await suspended).status).toBe(200);
      await sleep(200);
      expect((await each.send({ event: 'signal.incident', data: { site: 'S' } })).status).toBe(401);
    } finally {
      await owner.end();
      await own.close();
    }
  });
});

describe('an unavailable database', () => {
  it('causes a 503, and signals are recorded again as soon as it is back, with no additional connections', async () => {
    const own = await startEngine({ worker: false });
    try {
      const each = await own.createTenant();
      const event = { event: 'signal.incident', data: { site: 'S', topic: 'outage' } };
      expect((await each.send(event)).status).toBe(200);
      const [{ name, connections } = { name: '', connections: 0 }] = await own.database.query<{
        name: string;
        connections: number;
      }>(
        `select current_database() as name, count(*)::integer as connections from pg_stat_activity where datname = current_database() and usename <> current_user`,
      );
      // The limit does not hold for the owner, who is a superuser.
      await own.database.query(`alter database ${name} connection limit 0`);
      await own.database.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename <> current_user',
      );
      for (let tries = 0; tries < 20; tries++) {
        expect((await each.send(event)).status).toBe(503);
        await sleep(100);
      }
      await own.database.query(`alter database ${name} connection limit -1`);
      await eventually(async () => expect((await each.send(event)).status).toBe(200));
      await sleep(1_000);
      const [after] = await own.database.query<{ connections: number }>(
        'select count(*)::integer as connections from pg_stat_activity where datname = current_database() and usename <> current_user',
      );
      expect(after?.connections).toBeLessThanOrEqual(connections + 1);
    } finally {
      await own.close();
    }
  });
});
