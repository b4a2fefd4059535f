import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

interface Requirement {
  readonly id: string;
  readonly version: number;
  readonly severity: number | null;
  readonly appliesTo: { readonly kind: string; readonly name: string | null };
  readonly credential: string | null;
  readonly courseId: string | null;
  readonly validDays: number | null;
}

interface Problem {
  readonly code: string;
  readonly errors?: ReadonlyArray<{ readonly field: string; readonly message: string }>;
}

interface Reason {
  readonly kind: string;
  readonly severity: number;
  readonly text: string;
}

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  for (const [externalWorkerId, name, site, role] of [
    ['W-1', 'Ada', 'North', 'Rigger'],
    ['W-2', 'Ben', 'North', 'Clerk'],
    ['W-3', 'Cleo', 'South', ' rigger '],
  ])
    await tenant.admin('POST', '/workers', {
      externalWorkerId,
      name,
      site,
      role,
      groups: site === 'South' ? ['Crew'] : [],
    });
});
afterAll(() => engine.close());

const require = (body: object, query = '') =>
  tenant.admin<Requirement & Problem & Record<string, unknown>>('POST', `/requirements${query}`, body);
const course = async (title: string): Promise<string> =>
  (await tenant.admin<{ id: string }>('POST', '/courses', { title })).body.id;
const rows = async (): Promise<Array<{ worker: { name: string }; status: string; reasons: Reason[] }>> =>
  (
    await tenant.admin<{ items: Array<{ worker: { name: string }; status: string; reasons: Reason[] }> }>(
      'GET',
      '/readiness',
    )
  ).body.items;
const board = async (): Promise<string[]> =>
  (await rows()).map(({ worker, status, reasons }) =>
    [worker.name, status, ...reasons.map(({ kind, severity }) => `${kind} ${severity}`)].join(' | '),
  );
/** In any order: whoever became ready later comes later. */
const shows = (expected: string[]): Promise<void> =>
  eventually(async () => expect((await board()).toSorted()).toEqual(expected.toSorted()));

describe('a requirement', () => {
  it('of a credential makes whoever never held it not ready', async () => {
    const { status, body, headers } = await require({
      appliesTo: { kind: 'role', name: 'RIGGER' },
      credential: 'WAH licence',
    });
    expect({ status, etag: headers.get('etag') }).toEqual({ status: 201, etag: '"1"' });
    expect(body).toMatchObject({
      appliesTo: { kind: 'role' },
      credential: 'WAH licence',
      severity: null,
      graceDays: 0,
    });
    await shows(['Ada | not_ready | credential_missing 4', 'Cleo | not_ready | credential_missing 4', 'Ben | ready']);
    await tenant.admin('POST', '/credentials', {
      externalWorkerId: 'W-1',
      name: 'wah  LICENCE',
      expiresAt: inDays(300),
    });
    await shows(['Cleo | not_ready | credential_missing 4', 'Ada | ready', 'Ben | ready']);
  });

  it('of a course puts whoever has not completed it at risk', async () => {
    const courseId = await course('Fire Warden');
    const { body } = await require({ appliesTo: { kind: 'group', name: 'crew' }, courseId, validDays: 365 });
    expect(body).toMatchObject({ courseId, courseTitle: 'Fire Warden', credential: null, validDays: 365 });
    await shows(['Cleo | at_risk | training_missing 3', 'Ada | ready', 'Ben | ready']);
  });

  it('is a mild reason while its days of grace last', async () => {
    await require({ appliesTo: { kind: 'site', name: 'North' }, credential: 'First Aid', graceDays: 14 });
    await shows(['Ada | ready | credential_missing 2', 'Ben | ready | credential_missing 2', 'Cleo | ready']);
    const [ada] = await rows();
    expect(ada?.reasons[0]?.text).toMatch(/^First Aid is required and was never recorded, with grace until \d/);
  });

  it('lowers the severity of an expiring credential, and does not raise it', async () => {
    await tenant.admin('POST', '/credentials', { externalWorkerId: 'W-1', name: 'WAH', expiresAt: inDays(10) });
    await tenant.admin('POST', '/credentials', { externalWorkerId: 'W-2', name: 'LOTO', expiresAt: inDays(10) });
    await require({ appliesTo: { kind: 'everyone' }, credential: 'WAH', severity: 2 });
    await require({ appliesTo: { kind: 'role', name: 'Clerk' }, credential: 'LOTO', severity: 4 });
    await eventually(async () =>
      expect(await board()).toEqual(
        expect.arrayContaining([
          'Ada | ready | credential_expiring 2',
          'Ben | at_risk | credential_expiring 3 | credential_missing 2',
        ]),
      ),
    );
  });

  it('may begin on a day to come', async () => {
    const { body } = await require({ appliesTo: { kind: 'everyone' }, credential: 'First Aid', from: inDays(30) });
    expect(body['from']).toBe(inDays(30));
    await eventually(async () => {
      const { body: later } = await tenant.admin<{ items: Array<{ status: string }> }>(
        'GET',
        `/readiness?asOf=${inDays(31)}`,
      );
      expect(later.items.map(({ status }) => status)).toEqual(['not_ready', 'not_ready', 'not_ready']);
    });
    expect(await board()).toEqual(['Ada | ready', 'Ben | ready', 'Cleo | ready']);
  });

  it('is stored once for an audience', async () => {
    const body = { appliesTo: { kind: 'role', name: 'Rigger' }, credential: 'WAH licence' };
    expect((await require(body)).status).toBe(201);
    const again = await require({ ...body, credential: ' wah LICENCE', severity: 2 });
    expect([again.status, again.body.code]).toEqual([409, 'requirement_exists']);
    expect((await require({ ...body, appliesTo: { kind: 'everyone' } })).status).toBe(201);
  });

  it('is changed and deleted, and the board follows', async () => {
    const courseId = await course('Fire Warden');
    const { body } = await require({ appliesTo: { kind: 'role', name: 'Rigger' }, courseId, validDays: 30 });
    await shows(['Ada | at_risk | training_missing 3', 'Cleo | at_risk | training_missing 3', 'Ben | ready']);
    const path = `/requirements/${body.id}`;
    const changed = await tenant.admin<Requirement>('PATCH', path, {
      appliesTo: { kind: 'role', name: 'Clerk' },
      credential: 'Fire Warden card',
      severity: 4,
    });
    expect(changed.body).toMatchObject({ courseId: null, credential: 'Fire Warden card', validDays: null, version: 2 });
    await shows(['Ben | not_ready | credential_missing 4', 'Ada | ready', 'Cleo | ready']);
    expect((await tenant.admin<Problem>('DELETE', path, undefined, { 'if-match': '"1"' })).body.code).toBe('stale');
    expect((await tenant.admin('DELETE', path)).status).toBe(204);
    await shows(['Ada | ready', 'Ben | ready', 'Cleo | ready']);
    expect((await tenant.admin('GET', path)).status).toBe(404);
  });

  it('is found by its audience, by what is required, and by a part of its words', async () => {
    const courseId = await course('Fire Warden');
    await require({ appliesTo: { kind: 'role', name: 'Rigger' }, credential: 'WAH licence' });
    await require({ appliesTo: { kind: 'site', name: 'North' }, courseId });
    await require({ appliesTo: { kind: 'group', name: 'Crew' }, credential: 'First Aid' });
    const found = async (query: string): Promise<unknown> =>
      (
        await tenant.admin<{ items: Array<Requirement & { courseTitle: string }> }>('GET', `/requirements?${query}`)
      ).body.items.map(({ credential, courseTitle }) => credential ?? courseTitle);
    expect(await found('')).toEqual(['First Aid', 'Fire Warden', 'WAH licence']);
    expect(await found('appliesTo=role')).toEqual(['WAH licence']);
    expect(await found('role=rigger')).toEqual(['WAH licence']);
    expect(await found('site=north')).toEqual(['Fire Warden']);
    expect(await found('group=crew')).toEqual(['First Aid']);
    expect(await found('credential=first%20aid')).toEqual(['First Aid']);
    expect(await found(`courseId=${courseId}`)).toEqual(['Fire Warden']);
    expect(await found('q=warden')).toEqual(['Fire Warden']);
    expect(await found('q=nort')).toEqual(['Fire Warden']);
  });

  const EVERYONE = { kind: 'everyone' };
  it.each<[object, string, string]>([
    [{ appliesTo: EVERYONE }, 'credential', 'exactly one'],
    [{ appliesTo: EVERYONE, credential: 'A', courseId: 'crs_1' }, 'courseId', 'exactly one'],
    [{ appliesTo: EVERYONE, credential: ' ' }, 'credential', 'longer'],
    [{ appliesTo: EVERYONE, courseId: 'crs_1' }, 'courseId', 'course of the library'],
    [{ appliesTo: EVERYONE, credential: 'A', validDays: 30 }, 'validDays', 'courses only'],
    [{ appliesTo: { kind: 'everyone', name: 'North' }, credential: 'A' }, 'appliesTo.name', 'left out'],
    [{ appliesTo: { kind: 'site' }, credential: 'A' }, 'appliesTo.name', 'must name a site'],
    [{ appliesTo: { kind: 'site', name: 'West' }, credential: 'A' }, 'appliesTo.name', 'names no site'],
    [{ appliesTo: { kind: 'group', name: 'West' }, credential: 'A' }, 'appliesTo.name', 'names no group'],
    [{ appliesTo: { kind: 'role', name: 'Pilot' }, credential: 'A' }, 'appliesTo.name', 'no worker has'],
    [{ appliesTo: { kind: 'team', name: 'A' }, credential: 'A' }, 'appliesTo.kind', 'one of'],
    [{ appliesTo: EVERYONE, credential: 'A', from: '2027-02-30' }, 'from', 'must be a day'],
    [{ appliesTo: EVERYONE, credential: 'A', from: '2027-02-01T00:00:00Z' }, 'from', 'must be a day'],
    [{ appliesTo: EVERYONE, credential: 'A', severity: 5 }, 'severity', '4'],
    [{ credential: 'A' }, 'appliesTo', 'object'],
  ])('is not made of %j', async (body, field, rule) => {
    const { status, body: problem } = await require(body);
    expect(status).toBe(422);
    expect(problem.errors).toContainEqual({ field, message: expect.stringContaining(rule) });
  });
});

describe('a dry run of a requirement', () => {
  it('tells whom it would affect, and stores nothing', async () => {
    await tenant.admin('POST', '/credentials', {
      externalWorkerId: 'W-1',
      name: 'WAH licence',
      expiresAt: inDays(300),
    });
    const asked = { appliesTo: { kind: 'everyone' }, credential: 'WAH licence', graceDays: 14 };
    const { status, body } = await require(asked, '?dryRun=true');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      people: 3,
      checked: 3,
      alreadyMeet: 1,
      lacking: 2,
      inGrace: 2,
      notReady: 2,
      becomeNotReady: 2,
      becomeAtRisk: 0,
      sample: [
        { name: 'Ben', before: 'ready', after: 'not_ready' },
        { name: 'Cleo', before: 'ready', after: 'not_ready' },
      ],
    });
    expect((await tenant.admin<{ items: object[] }>('GET', '/requirements')).body.items).toEqual([]);
    const { body: made } = await require(asked);
    expect((await require(asked, '?dryRun=true')).body.code).toBe('requirement_exists');
    const milder = await tenant.admin<object>('PATCH', `/requirements/${made.id}?dryRun=true`, {
      appliesTo: { kind: 'role', name: 'Clerk' },
    });
    expect(milder.body).toMatchObject({ people: 3, becomeReady: 0, version: 2 });
    expect((await tenant.admin<Requirement>('GET', `/requirements/${made.id}`)).body.version).toBe(1);
  });
});

describe('an import of requirements', () => {
  interface Result {
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly failed: number;
    readonly errors: ReadonlyArray<{ readonly row: number; readonly field: string; readonly message: string }>;
    readonly code?: string;
  }
  const send = async (table: string, query = '', type = 'text/csv'): Promise<Result> => {
    const response = await fetch(`${engine.url}/engine/v1/admin/requirements/import${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tenant.adminToken}`, 'content-type': type },
      body: table,
    });
    return (await response.json()) as Result;
  };
  const stored = async (): Promise<string[]> =>
    (
      await tenant.admin<{ items: Array<Requirement & { courseTitle: string | null }> }>(
        'GET',
        '/requirements?limit=200',
      )
    ).body.items
      .map(({ appliesTo, credential, courseTitle, severity, validDays }) =>
        [appliesTo.name ?? appliesTo.kind, credential ?? courseTitle, severity, validDays].filter(Boolean).join(' | '),
      )
      .toSorted();

  const MATRIX = 'Role;WAH licence;Fire Warden;First Aid\nRigger;x;365 S4;\nclerk;;required;S2\n';

  it('takes a matrix with roles as rows and trainings as columns', async () => {
    await course('Fire Warden');
    expect(await send(MATRIX, '?dryRun=true')).toMatchObject({ created: 4, failed: 0, errors: [] });
    expect(await stored()).toEqual([]);
    expect(await send(MATRIX)).toMatchObject({ created: 4, updated: 0, unchanged: 0, failed: 0 });
    expect(await stored()).toEqual([
      'Clerk | Fire Warden',
      'Clerk | First Aid | 2',
      'Rigger | Fire Warden | 4 | 365',
      'Rigger | WAH licence',
    ]);
    expect(await send(MATRIX)).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
    expect(await send('Role,WAH licence\nRigger,S3\n')).toMatchObject({ updated: 1, unchanged: 0 });
    await shows([
      'Ada | not_ready | training_missing 4 | credential_missing 3',
      'Cleo | not_ready | training_missing 4 | credential_missing 3',
      'Ben | at_risk | training_missing 3 | credential_missing 2',
    ]);
  });

  it('names the row and the column of each error, and stores nothing of such a row', async () => {
    await course('Fire Warden');
    const result = await send('Role,WAH licence,Fire Warden\nRigger,x,maybe\nPilot,x,x\nClerk,365,x\nClerk,x,\n');
    expect(result).toMatchObject({ created: 1, failed: 3 });
    expect(result.errors).toEqual([
      { row: 2, field: 'Fire Warden', message: expect.stringContaining('"maybe" is not understood') },
      { row: 3, field: 'Role', message: 'is a role that no worker has' },
      { row: 4, field: 'WAH licence', message: expect.stringContaining('365 valid days are for courses only') },
    ]);
    expect(await stored()).toEqual(['Clerk | WAH licence']);
  });

  it('asks which one is meant where a course and a credential have the same name', async () => {
    await course('First Aid');
    await tenant.admin('POST', '/credentials', { externalWorkerId: 'W-1', name: 'First Aid' });
    expect((await send('Role,First Aid\nRigger,x\n')).errors).toEqual([
      { row: 2, field: 'First Aid', message: expect.stringContaining('"course: First Aid"') },
    ]);
    expect(await send('Role,course: First Aid,credential: First Aid\nRigger,x,x\n')).toMatchObject({ created: 2 });
  });

  it('takes a list, and lines of JSON with the fields of a requirement', async () => {
    const courseId = await course('Fire Warden');
    const list = `appliesTo.kind,appliesTo.name,credential,courseId,severity,validDays,graceDays,from
role,Rigger,WAH licence,,4,,14,2026-01-01
Everyone,,,Fire Warden,,365,,
site,West,First Aid,,,,,
site,North,First Aid,,,30,,
`;
    expect(await send(list)).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      failed: 2,
      dryRun: false,
      errors: [
        { row: 4, field: 'appliesTo.name', message: 'names no site' },
        { row: 5, field: 'validDays', message: expect.stringContaining('courses only') },
      ],
    });
    const lines = [
      { appliesTo: { kind: 'everyone' }, courseId, validDays: 30 },
      { appliesTo: { kind: 'group', name: 'Crew' }, credential: 'First Aid', severity: 1 },
      { appliesTo: 'everyone' },
    ];
    const result = await send(lines.map((line) => JSON.stringify(line)).join('\n'), '', 'application/x-ndjson');
    expect(result).toMatchObject({ created: 1, updated: 1, failed: 1, errors: [{ row: 3, field: 'credential' }] });
    expect(await stored()).toEqual(['Crew | First Aid | 1', 'Rigger | WAH licence | 4', 'everyone | Fire Warden | 30']);
  });

  it('is refused as a whole where its header is wrong', async () => {
    expect((await send('Role\nRigger\n')).code).toBe('invalid');
    expect((await send('Role,WAH,wah\nRigger,x,x\n')).code).toBe('invalid');
    expect((await send('kind,credential,colour\nrole,A,red\n')).code).toBe('invalid');
  });
});
