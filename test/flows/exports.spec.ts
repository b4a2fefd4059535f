import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { sendSignal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an export of the inbox', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const get = (path: string, token = tenant.adminToken): Promise<Response> => tenant.as(token).call('GET', path);
  const csv = async (query = ''): Promise<string[][]> => {
    const lines = (await (await get(`/needs.csv?${query}`)).text()).split('\r\n');
    expect(lines.pop()).toBe('');
    return lines.map((line) => line.split(','));
  };
  const sheet = async (query = ''): Promise<string> => {
    const bytes = await (await get(`/needs.xlsx?${query}`)).arrayBuffer();
    return strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  };
  const send = (data: object): Promise<Response> =>
    tenant.send({ event: 'signal.incident', data: { site: 'Site A', ...data } });

  it('is a file with a name and the right content type', async () => {
    const answers = await Promise.all(['/needs.csv', '/needs.xlsx'].map((path) => get(path)));
    const today = new Date().toISOString().slice(0, 10);
    expect(answers.map(({ headers }) => [headers.get('content-type'), headers.get('content-disposition')])).toEqual([
      ['text/csv; charset=utf-8', `attachment; filename="needs-${today}.csv"`],
      [
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        `attachment; filename="needs-${today}.xlsx"`,
      ],
    ]);
  });

  it('has the needs of the inbox, with its filters and in its order', async () => {
    for (const [topic, severity] of [
      ['Ladders', 1],
      ['Forklift', 4],
      ['Ergonomics', 2],
      ['Forks', 4],
    ] as const)
      await send({ topic, severity });
    const { items } = await tenant.api.listNeeds({ query: { severity: ['4', '2'], sort: 'oldest' } });
    const [header = [], ...rows] = await csv('severity=4,2&sort=oldest');
    const cells = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
    expect(cells.map(({ topic }) => topic)).toEqual(['Forklift', 'Ergonomics', 'Forks']);
    expect(cells).toMatchObject(
      items.map(({ id, status, severity, topic, firstSeenAt }) => ({
        id,
        status,
        severity: String(severity),
        topic,
        firstSeenAt,
        site: 'Site A',
        audience: 'cohort',
      })),
    );
    const xml = await sheet('severity=4,2&sort=oldest');
    expect([...xml.matchAll(/need_\w+/g)].map(([id]) => id)).toEqual(items.map(({ id }) => id));
  });

  it('has the keys of a worker who is not in the directory', async () => {
    await sendSignal(tenant, { external_worker_id: 'W-7', email: 'new@example.com' });
    const [header = [], row = []] = await csv();
    expect([
      row[header.indexOf('worker')],
      row[header.indexOf('externalWorkerId')],
      row[header.indexOf('email')],
    ]).toEqual(['', 'W-7', 'new@example.com']);
  });

  it('contains no formulas of a source system', async () => {
    await send({ topic: '=HYPERLINK("http://evil.example")' });
    const text = await (await get('/needs.csv')).text();
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    const xml = await sheet();
    expect(xml).toContain('>=HYPERLINK(');
    expect(xml).not.toContain('<f>');
  });

  it('has every need once, however many there are', async () => {
    await send({ topic: 'first' });
    await engine.database
      .query(`insert into need (tenant_id, id, dedupe_key, type, topic, severity, audience_kind, site, first_seen_at,
          last_seen_at)
      select tenant_id, gen_random_uuid(), 'k' || n, 'incident', 'topic ' || n, 1 + n % 4, 'cohort', 'Site A', now(),
        now()
      from need, generate_series(1, 2500) as n where topic = 'first' and tenant_id = (select id from tenant
          where slug = '${tenant.slug}')`);
    const rows = (await csv()).slice(1);
    expect([rows.length, new Set(rows.map(([id]) => id)).size]).toEqual([2501, 2501]);
    expect((await sheet()).match(/<row /g)).toHaveLength(2502);
  });

  it('has no limit parameter, and refuses unknown filters by name', async () => {
    for (const query of ['limit=10', 'cursor=x', 'severity=5', 'x=1']) {
      const response = await get(`/needs.csv?${query}`);
      expect([response.status, await response.json()]).toEqual([
        422,
        expect.objectContaining({
          code: 'invalid',
          errors: [expect.objectContaining({ field: query.replace(/=.*/, '') })],
        }),
      ]);
    }
  });

  it('contains nothing of another tenant', async () => {
    await send({ topic: 'mine' });
    const other = await engine.createTenant();
    expect(await (await get('/needs.csv', other.adminToken)).text()).not.toContain('mine');
  });
});
