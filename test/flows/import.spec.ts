import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DirectoryChange, DirectoryChanges } from '#directory';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

interface Result {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly deactivated: number;
  readonly errors: ReadonlyArray<{ row: number; field: string; message: string }>;
}

interface ImportResponse {
  readonly status: number;
  readonly body: Result & { readonly code?: string };
}

let engine: TestEngine;
let tenant: TestTenant;
let published: DirectoryChange[];

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  engine.app
    .get(DirectoryChanges, { strict: false })
    .subscribe((_tx, change) => Promise.resolve(void published.push(change)));
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  published = [];
});
afterAll(() => engine.close());

type Body = string | Uint8Array | ReadableStream<Uint8Array>;

const send = async (
  body: Body,
  { query = '', type = 'text/csv', token = tenant.adminToken } = {},
): Promise<ImportResponse> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  const response = await fetch(`${engine.url}/engine/v1/admin/workers/import${query}`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  });
  return { status: response.status, body: (await response.json()) as ImportResponse['body'] };
};
const lines = (...objects: unknown[]): string => objects.map((object) => JSON.stringify(object)).join('\n');
const workers = async (): Promise<Array<Record<string, unknown>>> =>
  (await tenant.admin<{ items: Array<Record<string, unknown>> }>('GET', '/workers?limit=200')).body.items;
const told = ({ created, updated, unchanged, failed }: Result): number[] => [created, updated, unchanged, failed];

const TABLE = `externalWorkerId,email,learnerId,name,site,role,groups,active
W-1,Ada@Acme.com,L-1,Ada Lovelace,Site A,Engineer,Crew;Night,true
W-2,ben@acme.com,,Ben,site a,,,yes
,cem@acme.com,,Cem,,Welder,Crew|Day,0
`;

describe('workers from a table', () => {
  it('are created with their sites and groups, and the same table again changes nothing', async () => {
    expect(await send(TABLE)).toEqual({
      status: 200,
      body: { created: 3, updated: 0, unchanged: 0, failed: 0, errors: [], deactivated: 0, dryRun: false },
    });
    expect(await workers()).toMatchObject([
      {
        externalWorkerId: 'W-1',
        email: 'ada@acme.com',
        learnerId: 'L-1',
        name: 'Ada Lovelace',
        site: 'Site A',
        role: 'Engineer',
        groups: ['Crew', 'Night'],
        active: true,
      },
      {
        externalWorkerId: 'W-2',
        email: 'ben@acme.com',
        learnerId: null,
        name: 'Ben',
        site: 'Site A',
        role: null,
        groups: [],
        active: true,
      },
      {
        externalWorkerId: null,
        email: 'cem@acme.com',
        name: 'Cem',
        site: null,
        role: 'Welder',
        groups: ['Crew', 'Day'],
        active: false,
      },
    ]);
    expect((await tenant.admin('GET', '/sites')).body).toMatchObject({ items: [{ name: 'Site A', workers: 2 }] });
    expect(told((await send(TABLE)).body)).toEqual([0, 0, 3, 0]);
    expect((await workers()).map(({ version }) => version)).toEqual([1, 1, 1]);
    expect(published).toMatchObject([
      { workerIds: [], addedIds: [expect.any(String), expect.any(String), expect.any(String)], siteKeys: ['site a'] },
    ]);
  });

  it('are identified by external id, else e-mail, else learner id', async () => {
    await send(TABLE);
    const { body } = await send(
      'externalWorkerId,email,learnerId,name\nW-1,new@acme.com,,Ada\n,BEN@acme.com,,Benjamin\nW-9,,L-1,Nobody\n',
    );
    expect(told(body)).toEqual([0, 2, 0, 1]);
    expect(body.errors).toEqual([{ row: 4, field: 'learnerId', message: 'belongs to another worker' }]);
    expect((await workers()).map(({ name }) => name)).toEqual(['Ada', 'Benjamin', 'Cem']);
  });

  it('keep fields without a column and keys with a blank cell, and lose other fields with a blank cell', async () => {
    await send(TABLE);
    await send('email,externalWorkerId,site,groups,name,active\nada@acme.com,,,,Ada,\n');
    expect((await workers())[0]).toMatchObject({
      externalWorkerId: 'W-1',
      learnerId: 'L-1',
      site: null,
      role: 'Engineer',
      groups: [],
      name: 'Ada',
      active: true,
    });
  });

  it.each([
    ['semicolons', 'externalWorkerId;name;groups\nW-1;"A, B";"Crew;Day"\n'],
    ['tabs', 'externalWorkerId\tname\tgroups\nW-1\tA, B\tCrew|Day\n'],
    ['a byte order mark and CRLF', '\ufeffexternalWorkerId,name,groups\r\nW-1,"A, B",Crew|Day\r\n'],
    ['names of columns as people write them', 'External Worker ID,NAME,Groups\nW-1,"A, B",Crew|Day'],
    ['blank rows and spaces', '\nexternalWorkerId , name,groups\n\n W-1 , "A, B" ,Crew | Day\n,,\n\n'],
  ])('may be written with %s', async (_what, table) => {
    const { body } = await send(table);
    expect([told(body), body.errors]).toEqual([[1, 0, 0, 0], []]);
    expect(await workers()).toMatchObject([{ externalWorkerId: 'W-1', name: 'A, B', groups: ['Crew', 'Day'] }]);
  });

  it('may have quotes and line feeds in a cell; rows are numbered as in a spreadsheet', async () => {
    const { body } = await send('externalWorkerId,name,role\nW-1,"Ada\n""the""\nfirst",5" pipes\nW-2,,x\n\nW-3,,y\n');
    expect((await workers())[0]).toMatchObject({ name: 'Ada\n"the"\nfirst', role: '5" pipes' });
    expect(body.errors.map(({ row, field }) => [row, field])).toEqual([
      [3, 'name'],
      [5, 'name'],
    ]);
  });

  it('are written, except for invalid rows, which are reported', async () => {
    const { status, body } = await send(
      `externalWorkerId,email,name,active\nW-1,ada,Ada,true\nW-2,,${'x'.repeat(201)},true\n,,Nobody,true\nW-4,,Dora,maybe\nW-5,,Eve,true\nW-6,a,b,c,d\nW-7,x\0y@acme.com,Gil,no\n`,
    );
    expect(status).toBe(200);
    expect(told(body)).toEqual([1, 0, 0, 6]);
    expect(body.errors.map(({ row, field }) => [row, field])).toEqual([
      [2, 'email'],
      [3, 'name'],
      [4, 'externalWorkerId'],
      [5, 'active'],
      [7, 'row'],
      [8, 'email'],
      [8, 'email'],
    ]);
    expect((await workers()).map(({ name }) => name)).toEqual(['Eve']);
  });

  it('have the result of one write after the other if a person is in several rows', async () => {
    const { body } = await send(
      'externalWorkerId,email,name\nW-1,ada@acme.com,Ada\nW-1,ADA@acme.com,Ada\nW-1,ada@acme.com,Ada L.\nW-2,ada@acme.com,Other\n',
    );
    expect(told(body)).toEqual([1, 1, 1, 1]);
    expect(body.errors).toEqual([{ row: 5, field: 'email', message: 'belongs to another worker' }]);
    expect(await workers()).toMatchObject([{ name: 'Ada L.' }]);
  });

  it('are found even after a thousand new ones, in the directory or earlier in the table', async () => {
    await send('externalWorkerId,email,name\nW-1,ada@acme.com,Ada\n');
    const news = Array.from({ length: 1_600 }, (_, index) => `N-${index},n${index}@acme.com,New`);
    const { body } = await send(
      ['externalWorkerId,email,name', ...news, ',ADA@acme.com,Ada Lovelace', 'N-3,n3@acme.com,Renewed'].join('\n'),
    );
    expect(told(body)).toEqual([1_600, 2, 0, 0]);
    expect((await tenant.admin('GET', '/workers?q=ada')).body).toMatchObject({
      items: [{ externalWorkerId: 'W-1', name: 'Ada Lovelace' }],
    });
    expect((await tenant.admin('GET', '/workers?q=renewed')).body).toMatchObject({
      items: [{ externalWorkerId: 'N-3' }],
    });
    expect(published.map(({ workerIds, addedIds = [] }) => new Set([...workerIds, ...addedIds]).size)).toEqual([
      1, 1_601,
    ]);
  });

  it('are looked up by index, even without statistics about a new tenant', async () => {
    const rows = 6_000;
    const table = [
      'externalWorkerId,email,name,site,groups',
      ...Array.from(
        { length: rows },
        (_, index) => `P-${index},p${index}@acme.com,Person,Site ${index % 9},Crew ${index % 7}`,
      ),
    ].join('\n');
    const read = async (): Promise<number> => {
      await engine.database.query('select pg_stat_force_next_flush()');
      const [counted] = await engine.database.query<{ read: number }>(
        "select sum(idx_tup_read)::integer as read from pg_stat_user_indexes where relname in ('worker', 'worker_group_member')",
      );
      return counted?.read ?? 0;
    };
    await send(table);
    const before = await read();
    expect(told((await send(table)).body)).toEqual([0, 0, rows, 0]);
    expect((await read()) - before).toBeLessThan(rows * 10);
  });

  it('may pass a key to a worker in a later set of rows', async () => {
    await send('externalWorkerId,email,name\nW-1,a@acme.com,One\n');
    const filler = Array.from({ length: 2_500 }, (_, index) => `F-${index},,Filler`).join('\n');
    const { body } = await send(
      `externalWorkerId,email,name\nW-1,b@acme.com,One\n${filler}\nW-2,a@acme.com,Two\nW-1,c@acme.com,One\nW-3,b@acme.com,Three\n`,
    );
    expect([told(body), body.errors]).toEqual([[2_502, 2, 0, 0], []]);
  });
});

describe('the columns of a table', () => {
  it.each([
    '{"Employee ID":"externalWorkerId","Full name":"name"}',
    '{"externalWorkerId":"employee_id","name":"Full name"}',
    'Employee ID:externalWorkerId, Full name:name',
    'externalWorkerId=Employee ID,name=Full name',
  ])('are mapped by %s, and others are ignored', async (mapping) => {
    const { body } = await send('Employee ID,Full name,Salary,site\nW-1,Ada,1,Site A\n', {
      query: `?mapping=${encodeURIComponent(mapping)}`,
    });
    expect(told(body)).toEqual([1, 0, 0, 0]);
    expect(await workers()).toMatchObject([{ externalWorkerId: 'W-1', name: 'Ada', site: 'Site A' }]);
  });

  it.each([
    ['one that is no field, without a mapping', 'externalWorkerId,name,Salary\nW-1,A,1', '', ['Salary']],
    ['a field in two columns', 'externalWorkerId,name,Name\nW-1,A,B', '', ['name']],
    ['a mapped column that is not there', 'externalWorkerId,name\nW-1,A', '?mapping=Mail:email', ['mapping']],
    ['a mapping to no field', 'externalWorkerId,name\nW-1,A', '?mapping=Mail:e-mail', ['mapping']],
    ['a mapping that cannot be read', 'externalWorkerId,name\nW-1,A', '?mapping={', ['mapping']],
    ['a mapping of half a pair', 'externalWorkerId,name\nW-1,A', '?mapping=Mail', ['mapping']],
    ['quotes that do not close', 'externalWorkerId,name\nW-0,Ok\nW-1,"A', '', ['body']],
    ['a row without an end', `externalWorkerId,name\nW-1,"${'x'.repeat(70_000)}"`, '', ['body']],
    ['an unknown option', 'externalWorkerId,name\nW-1,A', '?dryrun=true', ['dryrun']],
    ['an option that is neither yes nor no', 'externalWorkerId,name\nW-1,A', '?dryRun=maybe', ['dryRun']],
  ])('refuse the whole import for %s', async (_what, table, query, fields) => {
    const { status, body } = await send(table, { query });
    expect([status, body.code, body.errors.map(({ field }) => field)]).toEqual([422, 'invalid', fields]);
    expect(await workers()).toEqual([]);
  });
});

describe('a body of rows', () => {
  it.each([
    ['Windows-1252', Buffer.from('externalWorkerId,name\nW-1,Ren\xe9\n', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffexternalWorkerId,name\nW-1,A\n', 'utf16le')],
    ['UTF-8 that is cut off', Buffer.from('externalWorkerId,name\nW-1,René').subarray(0, -1)],
  ])('is refused as %s, with a helpful error', async (_what, bytes) => {
    const { status, body } = await send(bytes);
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(body.errors).toMatchObject([{ field: 'body', message: expect.stringContaining('is not UTF-8') }]);
    expect(await workers()).toEqual([]);
  });

  it('is refused if it is neither a table nor NDJSON, and by all other routes', async () => {
    expect(await send('{}', { type: 'application/json' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
    expect(await send('<a/>', { type: 'application/xml' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
    const elsewhere = await tenant.admin('POST', '/workers', { name: 'x' }, { 'content-type': 'text/csv' });
    expect(elsewhere).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  });

  it('that is empty imports nothing', async () => {
    for (const body of ['', '\n\n', 'externalWorkerId,name\n'])
      expect((await send(body)).body).toMatchObject({ created: 0, failed: 0, errors: [] });
  });

  it('is accepted from admins only', async () => {
    const response = await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, {
      role: 'author',
      name: 'author',
    });
    const { token } = (await response.json()) as { token: string };
    expect((await send(TABLE, { token })).status).toBe(403);
    expect((await send(TABLE, { token: 'edt_wrong' })).status).toBe(401);
    expect(await workers()).toEqual([]);
  });
});

describe('workers from NDJSON', () => {
  const type = 'application/x-ndjson';

  it('are created, changed and reported', async () => {
    await send(
      lines(
        { externalWorkerId: 'W-1', name: 'Ada', site: 'Site A', groups: ['Crew'], active: true },
        { email: 'ben@acme.com', name: 'Ben' },
      ),
      { type },
    );
    const { body } = await send(
      `${lines({ externalWorkerId: 'W-1', site: null, groups: 'Day|Night' }, { email: 'ben@acme.com', name: 'Ben' })}\n\n${lines(7, { externalWorkerId: 'W-3' }, { externalWorkerId: 4, name: 'x' }, { externalWorkerId: 'W-5', name: 'E', salary: 1 }, { externalWorkerId: 'W-6', name: 'F', active: 'yes' })}\n{"a`,
      { type },
    );
    expect(told(body)).toEqual([1, 1, 1, 5]);
    expect(body.errors.map(({ row, field }) => [row, field])).toEqual([
      [4, 'row'],
      [5, 'name'],
      [6, 'externalWorkerId'],
      [6, 'externalWorkerId'],
      [7, 'salary'],
      [9, 'row'],
    ]);
    expect(await workers()).toMatchObject([
      { name: 'Ada', site: null, groups: ['Day', 'Night'] },
      { name: 'Ben' },
      { name: 'F', active: true },
    ]);
  });

  it('may have other field names, with a mapping', async () => {
    const { body } = await send(lines({ id: 'W-1', who: 'Ada\u2028L.', salary: 1 }), {
      type,
      query: '?mapping=id:externalWorkerId,who:name',
    });
    expect(told(body)).toEqual([1, 0, 0, 0]);
    expect(await workers()).toMatchObject([{ externalWorkerId: 'W-1', name: 'Ada\u2028L.' }]);
  });
});

describe('a dry run', () => {
  it('shows the result for the rows, and changes nothing', async () => {
    await send('externalWorkerId,name,site\nW-1,Ada,Site A\nW-2,Ben,Site A\n');
    const before = await workers();
    published = [];
    const table = 'externalWorkerId,name,site\nW-1,Ada,Site B\nW-3,Cem,Site C\n,Nobody,\n';
    for (const query of ['?dryRun=true', '?dryRun', '?dryRun=1&deactivateMissing=true']) {
      const { body } = await send(table, { query });
      expect(body).toMatchObject({
        created: 1,
        updated: 1,
        unchanged: 0,
        failed: 1,
        errors: [{ row: 4, field: 'externalWorkerId' }],
        dryRun: true,
      });
    }
    expect(await workers()).toEqual(before);
    expect((await tenant.admin<{ items: object[] }>('GET', '/sites')).body.items).toHaveLength(1);
    const [{ imports } = { imports: 0 }] = await engine.database.query<{ imports: number }>(
      `select count(*)::int as imports from audit_entry join tenant on tenant.id = tenant_id where slug = $1 and action = 'workers.imported'`,
      [tenant.slug],
    );
    expect(imports).toBe(1);
  });
});

describe('workers who are missing from a list', () => {
  const list = 'externalWorkerId,name\nW-1,Ada\n';
  beforeEach(() => send('externalWorkerId,name,site\nW-1,Ada,Site A\nW-2,Ben,Site A\nW-3,Cem,Site B\n'));
  const active = async (): Promise<unknown[]> =>
    (await workers()).filter((worker) => worker['active']).map(({ name }) => name);

  it('stay active by default', async () => {
    await send(list);
    expect(await active()).toEqual(['Ada', 'Ben', 'Cem']);
  });

  it('are deactivated if requested, and a dry run shows their number', async () => {
    expect((await send(list, { query: '?deactivateMissing=true&dryRun=true' })).body).toMatchObject({
      unchanged: 1,
      deactivated: 2,
    });
    expect(await active()).toEqual(['Ada', 'Ben', 'Cem']);
    published = [];
    expect((await send(list, { query: '?deactivateMissing=true' })).body).toMatchObject({
      unchanged: 1,
      deactivated: 2,
    });
    expect(await active()).toEqual(['Ada']);
    expect(published).toMatchObject([
      { workerIds: [expect.any(String), expect.any(String)], siteKeys: expect.arrayContaining(['site a', 'site b']) },
    ]);
  });

  it('stay active if a row is refused, or if there are no rows, so that a typing error deactivates nobody', async () => {
    for (const bad of [`${list}W-2,\n`, 'externalWorkerId,name\n', 'externalWorkerId,name\n,x\n']) {
      expect((await send(bad, { query: '?deactivateMissing=true' })).body).toMatchObject({ deactivated: 0 });
    }
    expect(await active()).toEqual(['Ada', 'Ben', 'Cem']);
  });
});

describe('a large import', () => {
  it('reports the first five hundred invalid rows, and counts all', async () => {
    const { body } = await send(
      `externalWorkerId,name\n${Array.from({ length: 3_000 }, (_, index) => `W-${index},`).join('\n')}`,
    );
    expect([body.failed, body.errors.length, body.errors[0], body.errors[499]?.row]).toEqual([
      3_000,
      500,
      { row: 2, field: 'name', message: expect.any(String) },
      501,
    ]);
  });

  it('is atomic: a concurrent edit of the same people waits or comes first, and nothing is lost', async () => {
    const table = (name: string): string =>
      `externalWorkerId,name\n${Array.from({ length: 6_000 }, (_, index) => `W-${index},${name}`).join('\n')}`;
    expect(told((await send(table('First'))).body)).toEqual([6_000, 0, 0, 0]);
    const [{ id } = { id: '' }] = await workers();
    const [imported, edited, second] = await Promise.all([
      send(table('Second')),
      tenant.admin('PATCH', `/workers/${String(id)}`, { role: 'Edited' }),
      send(table('Third')),
    ]);
    // The second is refused, unless the first was done before it began.
    expect([
      [200, 200],
      [200, 409],
      [409, 200],
    ]).toContainEqual([imported.status, second.status]);
    expect(edited.status).toBe(200);
    expect((await workers())[0]).toMatchObject({ role: 'Edited', name: expect.stringMatching(/Second|Third/) });
  });

  it('may arrive in pieces of any size', async () => {
    const bytes = Buffer.from(TABLE.replace('Ada Lovelace', 'Ada Łovelače 😀'));
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 3) controller.enqueue(bytes.subarray(at, at + 3));
        controller.close();
      },
    });
    expect(told((await send(pieces)).body)).toEqual([3, 0, 0, 0]);
    expect((await workers())[0]).toMatchObject({ name: 'Ada Łovelače 😀' });
  });
});

it('an import is visible in its own tenant only, and has one entry in the audit log', async () => {
  const other = await engine.createTenant();
  await send(TABLE);
  expect((await other.admin('GET', '/workers')).body).toEqual({ items: [], nextCursor: null });
  const theirs = await send(TABLE, { token: other.adminToken });
  expect(told(theirs.body)).toEqual([3, 0, 0, 0]);
  const entries = await engine.database.query(
    `select actor, after from audit_entry join tenant on tenant.id = tenant_id where slug = $1 and subject_kind = 'import'`,
    [tenant.slug],
  );
  expect(entries).toEqual([
    { actor: 'token:first admin', after: { created: 3, updated: 0, unchanged: 0, failed: 0, deactivated: 0 } },
  ]);
});

describe('two imports of one tenant', () => {
  it('are not run at once: while one arrives, another is refused without being read, and other tenants are not affected', async () => {
    const sent = Promise.withResolvers<void>();
    const slow = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from('externalWorkerId,name\nW-1,Ada\n'));
        void sent.promise.then(() => {
          controller.enqueue(Buffer.from('W-2,Ben\n'));
          controller.close();
        });
      },
    });
    const first = send(slow);
    // Else the others might come before it.
    await sleep(300);
    await eventually(async () => expect((await send(TABLE)).body.code).toBe('import_running'));
    const rest = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('externalWorkerId,name\n')),
    });
    expect((await send(rest)).status).toBe(409);
    const other = await engine.createTenant();
    expect(told((await send(TABLE, { token: other.adminToken })).body)).toEqual([3, 0, 0, 0]);
    sent.resolve();
    expect(told((await first).body)).toEqual([2, 0, 0, 0]);
    expect((await send(TABLE)).status).toBe(200);
  });
});
