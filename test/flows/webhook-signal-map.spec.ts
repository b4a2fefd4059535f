import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { needAbout } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';

const CREATED = { ok: true, applied: true, signalId: expect.stringMatching(/^sig_[0-9a-z]{26}$/), deduped: false };
const JOINED = { ok: true, applied: true, deduped: true };

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

async function answerTo(data: object, type = 'incident'): Promise<unknown> {
  const response = await tenant.send(signal(data, type));
  expect(response.status).toBe(200);
  return response.json();
}

describe('the signal map', () => {
  const MAP = {
    license_expiring: { topic: 'Mapped heights', category: 'Refresher', severity: 3 },
    near_miss: { topic: 'Hazard Awareness', category: 'Toolbox', severity: 4 },
    credential_expired: { severity: 1 },
  };

  it('sets omitted fields from the moment it is saved', async () => {
    const put = await tenant.api.replaceSignalMap({ body: { map: MAP, autoAuthor: false } });
    expect(put).toMatchObject({ map: MAP, autoAuthor: false });
    expect(await answerTo({ site: 'S' }, 'near_miss')).toEqual(CREATED);
    expect(await needAbout(tenant, 'Hazard Awareness')).toMatchObject({ category: 'Toolbox', severity: 4 });
    await answerTo({ site: 'S', topic: 'Own words', severity: 1 }, 'near_miss');
    expect(await needAbout(tenant, 'Own words')).toMatchObject({ category: 'Toolbox', severity: 1 });
    await answerTo({ site: 'S', category: 'Own' }, 'license_expiring');
    expect(await needAbout(tenant, 'Mapped heights')).toMatchObject({ category: 'Own', severity: 3 });
    await answerTo({ site: 'S', topic: 'map over type' }, 'credential_expired');
    expect((await needAbout(tenant, 'map over type')).severity).toBe(1);
  });

  it('stays if only the settings of auto-author are sent', async () => {
    await tenant.api.replaceSignalMap({ body: { map: MAP } });
    expect(await tenant.api.replaceSignalMap({ body: { autoAuthor: true } })).toMatchObject({
      map: MAP,
      autoAuthor: true,
    });
    expect(await answerTo({ site: 'Stays' }, 'near_miss')).toEqual(CREATED);
    expect((await tenant.api.listNeeds({ query: { site: 'Stays' } })).items).toMatchObject([
      { topic: 'Hazard Awareness' },
    ]);
    await tenant.api.replaceSignalMap({ body: { map: MAP, autoAuthor: false } });
  });

  it('gives signals with and without its topic the same key', async () => {
    await tenant.api.replaceSignalMap({ body: { map: MAP } });
    expect(await answerTo({ site: 'Same' }, 'near_miss')).toEqual(CREATED);
    expect(await answerTo({ site: 'Same', topic: 'Hazard Awareness' }, 'near_miss')).toEqual(JOINED);
  });

  it('has no effect after it is emptied, and none for another tenant', async () => {
    await tenant.api.replaceSignalMap({ body: { map: MAP } });
    const other = await engine.createTenant();
    await other.send(signal({ site: 'S' }, 'near_miss'));
    expect((await other.api.listNeeds()).items).toMatchObject([{ topic: null, severity: 2 }]);
    await tenant.api.replaceSignalMap({ body: { map: {} } });
    await answerTo({ site: 'S', topic: 'emptied' }, 'near_miss');
    expect(await needAbout(tenant, 'emptied')).toMatchObject({ category: null, severity: 2 });
  });

  it('that is saved in one process applies in another', async () => {
    await withProcess(engine, { worker: false }, async (second) => {
      await tenant.api.replaceSignalMap({ body: { map: { elsewhere: { category: 'From afar' } } } });
      await eventually(async () => {
        await tenant.at(second.url).send(signal({ site: 'S', topic: 'second process' }, 'elsewhere'));
        expect(await needAbout(tenant, 'second process')).toMatchObject({ category: 'From afar' });
      });
    });
  });

  it('that cannot be read after a change applies a little later', async () => {
    await tenant.api.replaceSignalMap({ body: { map: {} } });
    await engine.database.query(
      `update signal_map set map = '{"late": {"category": "Read later"}}' where tenant_id = $1`,
      [tenant.id],
    );
    await engine.database.query('alter table signal_map rename to signal_map_away');
    try {
      await engine.database.query(`select pg_notify('signal_map_changed', $1)`, [tenant.id]);
      await sleep(200);
    } finally {
      await engine.database.query('alter table signal_map_away rename to signal_map');
    }
    await eventually(async () => {
      await tenant.send(signal({ site: 'S', topic: 'read later' }, 'late'));
      expect(await needAbout(tenant, 'read later')).toMatchObject({ category: 'Read later' });
    });
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
    await answerTo({ external_worker_id: 'W', topic: `severity of ${type}` }, type);
    expect((await needAbout(tenant, `severity of ${type}`)).severity).toBe(severity);
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
      expect((await needAbout(tenant, topic)).severity).toBe(shown);
    }
  });

  it('is the highest of signals that arrive together', async () => {
    const topic = 'together';
    const answers = await Promise.all([1, 3, 2, 4, 1, 2].map((severity) => answerTo({ site: 'S', topic, severity })));
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(JOINED))).toHaveLength(5);
    expect(await needAbout(tenant, topic)).toMatchObject({ severity: 4, signalCount: 6 });
  });
});
