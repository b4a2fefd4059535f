import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { credentialExpiries } from '../factories/credentials.js';
import { addWorker, allWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { sendForm } from '../harness/send-form.js';
import type { TestTenant } from '../harness/tenant.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** A workbook of these parts; each is a file of the archive. */
async function workbook(sheet: string, others: Record<string, string> = {}): Promise<Buffer> {
  const zip = new ZipFile();
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...others,
  };
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const text = (cell: string, value: string): string => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a workbook', () => {
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';

  it('is read from its first sheet, with its dates, numbers, shared texts and blank cells', async () => {
    await addWorker(tenant, { externalWorkerId: '4711', name: 'Ada' });
    const sheet = `<row r="1">${text('A1', 'External worker ID')}${text('B1', 'name')}${text('C1', 'expiresAt')}</row>
      <row r="3"><c r="A3"><v>4711</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" s="1"><v>46752.75</v></c></row>
      <row r="4"><c r="A4"><v>4711</v></c><c r="B4" t="s"><v>0</v></c><c r="C4" s="1"/></row>
      <row r="5"><c r="A5" s="0"/><c r="C5" s="1"/></row>
      <row r="6"><c r="A6"><v>4711</v></c>${text('B6', 'Rigging')}<c r="C6" t="d"><v>2028-02-29T00:00:00</v></c></row>`;
    const strings = '<sst><si><t>Forklift</t></si><si><r><t>Working </t></r><r><t>at Heights</t></r></si></sst>';
    const file = await workbook(sheet, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings });
    expect((await tenant.importRows('/credentials', file, XLSX)).body).toMatchObject({ created: 3, failed: 0 });
    expect(await credentialExpiries(tenant)).toEqual(
      expect.arrayContaining([
        ['Working at Heights', '2027-12-31'],
        ['Forklift', null],
        ['Rigging', '2028-02-29'],
      ]),
    );
    const again = await sendForm(tenant, '/credentials/import', [['file', new Blob([new Uint8Array(file)]), 'c.xlsx']]);
    expect(again.body).toMatchObject({ unchanged: 3 });
  });

  it('is read with texts that are character data', async () => {
    const sheet = `<row>${text('A1', 'externalWorkerId')}${text('B1', 'name')}</row><row>${text('A2', 'W-1')}${text('B2', '<![CDATA[Ada & Co]]>')}</row>`;
    await tenant.importRows('/workers', await workbook(sheet), XLSX);
    expect(await allWorkers(tenant)).toMatchObject([{ externalWorkerId: 'W-1', name: 'Ada & Co' }]);
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['no archive', () => Promise.resolve(Buffer.from('PK\x03\x04 but no archive'))],
    ['no workbook at all', () => Promise.resolve(Buffer.from('secret'))],
    ['one of old Excel', () => Promise.resolve(Buffer.from('d0cf11e0a1b11ae1', 'hex'))],
    ['no sheet', () => workbook('', { 'xl/workbook.xml': '<workbook/>' })],
    [
      'entities',
      () => workbook('', { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "secret">]><workbook>&b;</workbook>' }),
    ],
    ['broken XML', () => workbook('<row r="1"><c r="A1"></row>')],
    ['a text of 8 MiB', () => workbook(`<row r="1">${text('A1', 'secret'.repeat(1_400_000))}</row>`)],
    [
      'a text of 8 MiB in pieces',
      () =>
        workbook(
          `<row r="1"><c r="A1" t="inlineStr"><is>${'<r><t>secretsecretsecretsecret</t></r>'.repeat(350_000)}</is></c></row>`,
        ),
    ],
    [
      'elements a thousand deep',
      () =>
        workbook(
          `<row>${text('A1', 'externalWorkerId')}</row><row>${text('A2', 'W-1')}</row>${'<x>'.repeat(1_000)}${'</x>'.repeat(1_000)}`,
        ),
    ],
    [
      'an element of hundreds of attributes',
      () =>
        workbook(
          `<row>${text('A1', 'externalWorkerId')}</row><row>${text('A2', 'W-1')}</row><x ${Array.from({ length: 201 }, (_value, n) => `a${n}=""`).join(' ')}/>`,
        ),
    ],
    [
      'one text that thousands of rows show',
      () =>
        workbook(
          `<row>${text('A1', 'externalWorkerId')}${text('B1', 'name')}</row>${'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(4_200)}`,
          { 'xl/sharedStrings.xml': `<sst><si><t>${'secret'.repeat(5_461)}</t></si></sst>` },
        ),
    ],
    ['a column far out', () => workbook(`<row r="1">${text('XFD1', 'secret')}</row>`)],
    ['a row far out', () => workbook(`<row r="99999999">${text('A1', 'secret')}</row>`)],
    [
      'a million shared texts',
      () => workbook('', { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(1_000_001)}</sst>` }),
    ],
  ])('is refused with %s, without a word of it', async (_what, file) => {
    const { status, body } = await tenant.importRows('/workers', await file(), XLSX);
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(await allWorkers(tenant)).toEqual([]);
  });
});
