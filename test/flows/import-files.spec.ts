import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { credentialExpiries } from '../factories/credentials.js';
import { addWorker, allWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { sendForm } from '../harness/send-form.js';
import type { TestTenant } from '../harness/tenant.js';

const TABLE = 'externalWorkerId,name\nW-1,Ada\n';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

describe('a file', () => {
  it('in a form is imported like the body alone', async () => {
    const sent = await sendForm(tenant, '/workers/import?dryRun=true', [['file', new Blob([TABLE]), 'people.csv']]);
    expect(sent).toMatchObject({ status: 200, body: { created: 1, dryRun: true } });
    await sendForm(tenant, '/workers/import', [
      ['file', new Blob(['{"externalWorkerId":"W-2","name":"Ben"}']), 'people.ndjson'],
    ]);
    expect(await allWorkers(tenant)).toMatchObject([{ name: 'Ben' }]);
  });

  it.each<[string, Array<[string, string | Blob, string?]>, string]>([
    [
      'a field',
      [
        ['dryRun', 'true'],
        ['file', new Blob([TABLE]), 'a.csv'],
      ],
      'dryRun',
    ],
    [
      'a field after the file',
      [
        ['file', new Blob([TABLE]), 'a.csv'],
        ['dryRun', 'true'],
      ],
      'dryRun',
    ],
    [
      'two files',
      [
        ['file', new Blob([TABLE]), 'a.csv'],
        ['file', new Blob([TABLE]), 'b.csv'],
      ],
      'file',
    ],
    ['no file', [['file', TABLE]], 'file'],
  ])('in a form with %s is refused', async (_what, entries, field) => {
    expect(await sendForm(tenant, '/workers/import', entries)).toMatchObject({
      status: 422,
      body: { errors: [{ field }] },
    });
    expect(await allWorkers(tenant)).toEqual([]);
  });

  it('in Windows-1252, as spreadsheets save CSV, is recognised', async () => {
    await tenant.importRows('/workers', Buffer.from('externalWorkerId;name\nW-1;Ren\xe9 \x80\n', 'latin1'));
    expect(await allWorkers(tenant)).toMatchObject([{ name: 'René €' }]);
  });

  it.each([';', ',', '\t'])(
    'that tells Excel its delimiter, and whose rows end early, is imported: %j',
    async (delimiter) => {
      const rows = [
        ['sep=', ''],
        ['externalWorkerId', 'name', 'site'],
        ['W-1', 'Ada'],
        ['W-2', 'Ben', 'North'],
        ['W-3'],
      ];
      const { body } = await tenant.importRows('/workers', rows.map((row) => row.join(delimiter)).join('\r\n'));
      expect(body).toMatchObject({ created: 2, errors: [{ row: 4, field: 'name' }] });
      expect(await allWorkers(tenant)).toMatchObject([
        { name: 'Ada', site: null },
        { name: 'Ben', site: 'North' },
      ]);
    },
  );

  it('has dates in the format that the caller declares', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada' });
    const rows = ['W-1,A,31/12/2027', 'W-1,B,2027-12-31', 'W-1,C,1/2/2027', 'W-1,D,12/31/2027'].join('\n');
    const { body } = await tenant.importRows(
      '/credentials?dateFormat=DD/MM/YYYY',
      `externalWorkerId,name,expiresAt\n${rows}`,
    );
    expect(body).toMatchObject({
      created: 3,
      errors: [{ row: 5, field: 'expiresAt', message: 'must be a day as DD/MM/YYYY, or as YYYY-MM-DD' }],
    });
    expect(await credentialExpiries(tenant)).toEqual(
      expect.arrayContaining([
        ['A', '2027-12-31'],
        ['B', '2027-12-31'],
        ['C', '2027-02-01'],
      ]),
    );
    const undeclared = await tenant.importRows('/credentials', 'externalWorkerId,name,expiresAt\nW-1,A,31/12/2027');
    expect(undeclared.body).toMatchObject({
      errors: [{ row: 2, field: 'expiresAt', message: expect.stringContaining('dateFormat=DD/MM/YYYY') }],
    });
    const other = await tenant.importRows('/credentials?dateFormat=dd/mm/yy', 'externalWorkerId,name\n');
    expect(other).toMatchObject({ status: 422, body: { errors: [{ field: 'dateFormat' }] } });
  });

  it('that is damaged is refused without a word of it', async () => {
    const { status, body } = await tenant.importRows('/workers', 'externalWorkerId,name\nW-1,"secret of Ada\n');
    expect([status, JSON.stringify(body)]).toEqual([422, expect.not.stringContaining('secret')]);
  });
});
