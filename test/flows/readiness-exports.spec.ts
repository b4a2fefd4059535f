import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { addCredential } from '../factories/credentials.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { boardRows } from '../factories/readiness.js';
import { addWorker, addWorkersOfTwoSites } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addWorkersOfTwoSites(tenant);
  await addCredential(tenant, { externalWorkerId: 'W-2', name: 'WAH licence', expiresAt: '2020-05-01' });
  await addOnboardingStep(tenant, { externalWorkerId: 'W-2', step: '=1+1' });
  await eventually(boardIsCurrent);
});

const get = (path: string, token = tenant.adminToken): Promise<Response> => tenant.as(token).call('GET', path);

const boardIsCurrent = async (): Promise<void> => {
  expect((await boardRows(tenant)).map(({ worker, reasons }) => [worker.name, reasons.length])).toEqual([
    ['Ben', 2],
    ['Ada', 0],
    ['Cleo', 0],
  ]);
};

const csv = async (query = ''): Promise<Array<Record<string, string | undefined>>> => {
  const lines = (await (await get(`/readiness.csv?${query}`)).text()).split('\r\n');
  expect(lines.pop()).toBe('');
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
};

const sheet = async (query = ''): Promise<string> => {
  const bytes = await (await get(`/readiness.xlsx?${query}`)).arrayBuffer();
  return strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
};

describe('the readiness board as a table', () => {
  it('is a file with a name, of the type that it declares', async () => {
    const paths = ['/readiness.csv', '/readiness.xlsx', '/readiness.csv?asOf=2020-05-01T08:00:00Z'];
    const answers = await Promise.all(paths.map((path) => get(path)));
    const today = new Date().toISOString().slice(0, 10);
    expect(answers.map(({ headers }) => [headers.get('content-type'), headers.get('content-disposition')])).toEqual([
      ['text/csv; charset=utf-8', `attachment; filename="readiness-${today}.csv"`],
      [
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        `attachment; filename="readiness-${today}.xlsx"`,
      ],
      ['text/csv; charset=utf-8', `attachment; filename="readiness-as-of-2020-05-01-${today}.csv"`],
    ]);
  });

  it('has a row for each worker and reason, in the order of the board', async () => {
    const expected = (await boardRows(tenant)).flatMap(({ worker, status, since, reasons }) =>
      (reasons.length === 0 ? [null] : reasons).map((reason) => ({
        workerId: worker.id,
        name: worker.name,
        site: worker.site,
        status,
        since,
        reason: reason?.kind ?? '',
        severity: reason === null ? '' : String(reason.severity),
      })),
    );
    expect(expected.map(({ name }) => name)).toEqual(['Ben', 'Ben', 'Ada', 'Cleo']);
    expect(await csv()).toMatchObject(expected);
    expect([...(await sheet()).matchAll(/wrk_\w+/g)].map(([id]) => id)).toEqual(
      expected.map(({ workerId }) => workerId),
    );
  });

  it('has the reason with its text, its date and what is to be done', async () => {
    const [expired] = await csv('kind=credential_expired');
    expect(expired).toMatchObject({
      externalWorkerId: 'W-2',
      reason: 'credential_expired',
      text: expect.stringMatching(/^WAH licence expired \d+ days ago$/),
      move: 'renew',
    });
  });

  it('has days of a workbook as dates, by which a spreadsheet sorts', async () => {
    expect((await csv())[0]).toMatchObject({ dueAt: '2020-05-01' });
    // Column M is dueAt; 43952 is 1 May 2020 in days since 30 December 1899.
    expect(await sheet()).toMatch(/<c r="M2" s="\d"><v>43952<\/v>/);
  });

  it('takes the filters of the board, and the board of another time', async () => {
    expect((await csv('site=south')).map(({ name }) => name)).toEqual(['Cleo']);
    expect((await csv('status=ready')).map(({ name }) => name)).toEqual(['Ada', 'Cleo']);
    expect(await csv('asOf=2019-01-01')).toEqual([]);
    expect((await sheet('site=south')).match(/<row /g)).toHaveLength(2);
    for (const query of ['limit=10', 'cursor=x', 'status=fine', 'asOf=soon', 'x=1']) {
      const response = await get(`/readiness.csv?${query}`);
      expect([response.status, await response.json()]).toEqual([
        422,
        expect.objectContaining({ errors: [expect.objectContaining({ field: query.replace(/=.*/, '') })] }),
      ]);
    }
  });

  it('runs no formula that came from a source system', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-4', name: '=HYPERLINK("http://evil.example")' });
    await eventually(async () =>
      expect(await (await get('/readiness.csv')).text()).toContain(`"'=HYPERLINK(""http://evil.example"")"`),
    );
    expect(await sheet()).not.toContain('<f>');
  });

  it('has every worker once, however many there are', async () => {
    await engine.database.query(`
      insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since,
          kinds, name, name_key)
      select tenant.id, gen_random_uuid(), now(), 'infinity', true, 2, 4, date_trunc('milliseconds', now()), 0,
        'Worker ' || n, 'worker ' || n
      from tenant, generate_series(1, 1200) as n where slug = '${tenant.slug}'`);
    const rows = await csv('status=ready');
    expect([rows.length, new Set(rows.map(({ workerId }) => workerId)).size]).toEqual([1202, 1202]);
    expect((await sheet()).match(/<row /g)).toHaveLength(1205);
  });

  it('has nothing of another tenant', async () => {
    const other = await engine.createTenant();
    expect(await (await get('/readiness.csv', other.adminToken)).text()).not.toContain('Ben');
  });
});
