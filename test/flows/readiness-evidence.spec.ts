import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { addCredential } from '../factories/credentials.js';
import { raisedNeed } from '../factories/needs.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { sendSignal } from '../factories/signals.js';
import { asRole } from '../factories/tokens.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { readPdf } from '../harness/pdf-text.js';
import type { TestTenant } from '../harness/tenant.js';

const NAMES: ReadonlyArray<readonly [id: string, name: string]> = [
  ['W-1', 'Łukasz Ødegård'],
  ['W-2', 'Жанна Щукина'],
  ['W-3', 'Αριστοτέλης Ωνάσης'],
  ['W-4', 'Nguyễn Thị Hương'],
  ['W-5', 'अनिल कुमार क्षत्रिय'],
  ['W-6', 'สมชาย กู้ยืม'],
  ['W-7', '王小明'],
  ['W-8', '髙橋さくら'],
  ['W-9', '김민준'],
  ['W-10', 'محمد سعيد'],
  ['W-11', 'יוסף כהן'],
];

let engine: SharedEngine;
let tenant: TestTenant;
let board: Schemas['ReadinessPage']['items'];

beforeAll(async () => {
  engine = await sharedEngine();
  tenant = await engine.createTenant();
  for (const [externalWorkerId, name] of NAMES)
    await addWorker(tenant, { externalWorkerId, name, site: 'North', role: 'Welder' });
  await addWorker(tenant, { externalWorkerId: 'W-12', name: 'Cleo', site: 'South' });
  await addCredential(tenant, { externalWorkerId: 'W-1', name: 'WAH licence', expiresAt: '2020-05-01' });
  await addCredential(tenant, { externalWorkerId: 'W-1', name: 'First aid', expiresAt: '2099-03-02' });
  await addOnboardingStep(tenant, { externalWorkerId: 'W-2', step: 'Sign the safety policy' });
  await sendSignal(
    tenant,
    { external_worker_id: 'W-3', topic: 'Manual handling', severity: 4, payload: { ref: 'INC-77' } },
    'near_miss',
  );
  await eventually(boardIsCurrent);
});

const boardIsCurrent = async (): Promise<void> => {
  board = (await tenant.admin<Schemas['ReadinessPage']>('GET', '/readiness')).body.items;
  expect([board.length, board.flatMap(({ reasons }) => reasons).length]).toEqual([12, 3]);
};
const get = (query: string, token = tenant.adminToken): Promise<Response> =>
  tenant.as(token).call('GET', `/readiness/evidence.pdf?${query}`);
const evidence = async (query: string): Promise<ReturnType<typeof readPdf>> => {
  const response = await get(query);
  expect(response.status).toBe(200);
  return readPdf(Buffer.from(await response.arrayBuffer()));
};
/** Runs of several fonts are separated by more than one blank. */
const allOf = (pages: readonly string[]): string => pages.join(' ').replaceAll(/\s+/g, ' ');
const idOf = (name: string): string => board.find(({ worker }) => worker.name === name)?.worker.id ?? '';

describe('the evidence of readiness', () => {
  it('is a document about a site, with its population and everybody in it', async () => {
    const { pages } = await evidence('site=north');
    const text = allOf(pages);
    expect(text).toMatch(/Site: North/);
    expect(text).toMatch(/11 people on \d+ \w{3} \d{4}: 8 ready, 1 at risk, 2 not ready\.\s+All of them/);
    expect(text).toMatch(/Generated \d+ \w{3} \d{4}, \d\d:\d\d by the token \w/);
    for (const [id, name] of NAMES) expect([id, text.includes(name)]).toEqual([id, true]);
    expect(text).not.toContain('Cleo');
  });

  it('names each credential with its end and its record, and each reason with its source', async () => {
    const { pages } = await evidence(`worker=${idOf('Łukasz Ødegård')}`);
    const text = allOf(pages);
    expect(text).toMatch(/Person: Łukasz Ødegård/);
    expect(text).toMatch(/1 person on .*: 0 ready, 0 at risk, 1 not ready\.(?!\s+All)/);
    expect(text).toMatch(/WAH licence Expired .*2020 .*cred_\w+/);
    expect(text).toMatch(/First aid Valid .*2099/);
    expect(text).toContain('the token');
    expect(text).not.toContain('token:');
    expect(text).toContain('WAH licence expired');
    const other = allOf((await evidence(`worker=${idOf('Αριστοτέλης Ωνάσης')}`)).pages);
    expect(other).toContain('Near miss: Manual handling');
    expect(other).toContain('4, blocking');
    expect(other).toContain('INC-77, near_miss');
  });

  it('has the latest completion of each topic, the latest actor of a record, and the waivers that still hold', async () => {
    const own = await engine.createTenant();
    const { id: workerId } = await addWorker(own, { externalWorkerId: 'W-1', name: 'Ada' });
    const { id: needId } = await raisedNeed(own, { external_worker_id: 'W-1', topic: 'Rigging' });
    const addFirstAid = (expiresAt: string) =>
      addCredential(own, { externalWorkerId: 'W-1', name: 'First aid', expiresAt });
    await addFirstAid('2098-03-02');
    const { id: renewed } = await addFirstAid('2099-03-02');
    await (
      await asRole(own, 'admin')
    ).api.changeCredential({ path: { id: renewed }, body: { expiresAt: '2099-03-03' } });
    for (const completed_at of ['2025-03-01', '2024-03-01'])
      await sendSignal(own, { external_worker_id: 'W-1', topic: 'Slinging', completed_at }, 'course_completed');
    await addWaiver(own, { workerId, needId, note: 'Booked' });
    await addWaiver(own, { workerId, credential: 'First aid', note: 'Over' });
    await engine.database.query(`update waiver set until = now() where note = 'Over' and tenant_id = $1`, [own.id]);
    await eventually(async () => {
      const response = await own.call('GET', `/readiness/evidence.pdf?worker=${workerId}`);
      const text = allOf(readPdf(Buffer.from(await response.arrayBuffer())).pages);
      expect(text.match(/Slinging \d+ \w+ \d+/g)).toEqual(['Slinging 1 Mar 2025']);
      expect(text).toMatch(/First aid Valid 3 Mar 2099 cred_\w+ [^_]*the token admin/);
      expect(text).toMatch(/Rigging \d+ \w+ \d+ Booked/);
      expect(text).not.toMatch(/2098|Over/);
    });
  });

  it('says how many pages it has on each of them', async () => {
    const { pages } = await evidence('site=north');
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((text, index) => expect(allOf([text])).toContain(`Page ${index + 1} of ${pages.length}`));
  });

  it('is tagged: a screen reader knows its language, its headings and its tables', async () => {
    const response = await get('site=north');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const { source } = readPdf(Buffer.from(await response.arrayBuffer()));
    for (const tag of ['/Lang (en)', '/Marked true', 'pdfuaid:part>1', '/S /H1', '/S /TH', '/S /TD', '/Scope /Column'])
      expect([tag, source.includes(tag)]).toEqual([tag, true]);
    expect(source.match(/\/S \/H2/g)).toHaveLength(11);
  });

  it('is about exactly one worker or site, which exists in the tenant', async () => {
    const other = await engine.createTenant();
    const worker = idOf('Cleo');
    const statuses = async (queries: readonly string[], token?: string): Promise<number[]> =>
      Promise.all(queries.map(async (query) => (await get(query, token)).status));
    expect(await statuses(['', `worker=${worker}&site=north`, 'page=1'])).toEqual([422, 422, 422]);
    expect(await statuses(['site=nowhere', 'worker=wrk_01h455vb4pex5vsknk084sn02q', 'worker=x'])).toEqual([
      404, 404, 404,
    ]);
    expect(await statuses([`worker=${worker}`, 'site=north'], other.adminToken)).toEqual([404, 404]);
  });
});
