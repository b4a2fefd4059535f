import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Cell } from './table.js';
import { xlsxOf } from './xlsx.js';

/** The parts of a workbook with these rows, by path. */
async function parts(rows: Cell[][], maxRows?: number): Promise<Record<string, string>> {
  async function* batches(): AsyncGenerator<Cell[][]> {
    for (const row of rows) yield [row];
  }
  const columns = [0, 1].map((at) => ({ name: `column ${at}`, cell: (row: Cell[]) => row[at] ?? null }));
  const archive = unzipSync(await buffer(xlsxOf({ name: 'needs', columns, batches: batches() }, maxRows)));
  return Object.fromEntries(Object.entries(archive).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const SHEET = 'xl/worksheets/sheet1.xml';

describe('a table as a workbook', () => {
  it('has the parts that a spreadsheet needs, each with its entry in the content types', async () => {
    const archive = await parts([['a', 1]]);
    expect(Object.keys(archive).toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      SHEET,
    ]);
    expect(archive['[Content_Types].xml']).toContain('PartName="/xl/worksheets/sheet1.xml"');
    expect(archive['xl/workbook.xml']).toContain('<sheet name="needs" sheetId="1" r:id="rId1"/>');
    expect(archive['xl/_rels/workbook.xml.rels']).toContain('Id="rId1"');
  });

  it('stores text, numbers, times and days with their types', async () => {
    const { [SHEET]: sheet } = await parts([
      ['text', 4],
      [null, new Date('2026-11-25T12:00:00Z')],
      [{ day: '2026-11-25' }, null],
    ]);
    expect(sheet).toContain(
      '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">text</t></is></c><c r="B2"><v>4</v></c></row>',
    );
    expect(sheet).toContain('<row r="3"><c r="B3" s="2"><v>46351.5</v></c></row>');
    expect(sheet).toContain('<row r="4"><c r="A4" s="3"><v>46351</v></c></row>');
  });

  it('stores dates as text that a spreadsheet cannot show, or would show as another day', async () => {
    const { [SHEET]: sheet = '' } = await parts([
      [new Date('0001-01-01T00:00:00Z'), { day: '1900-02-28' }],
      [{ day: '1900-03-01' }, null],
    ]);
    const texts = [...sheet.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
    expect(texts.slice(2)).toEqual(['0001-01-01T00:00:00.000Z', '1900-02-28']);
    expect(sheet).toContain('<c r="A3" s="3"><v>61</v></c>');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('contains text, but no formula: %j', async (formula) => {
    const { [SHEET]: sheet } = await parts([[formula]]);
    expect(sheet).toContain(`<t xml:space="preserve">${formula}</t>`);
    expect(sheet).not.toContain('<f>');
  });

  it('is well-formed XML whatever a source system sent', async () => {
    const { [SHEET]: sheet } = await parts([['<a href="x">&amp;', 'nul\0 bell\x07 half\ud83d']]);
    expect(sheet).toContain('&lt;a href=&quot;x&quot;&gt;&amp;amp;');
    expect(sheet).toContain('nul\ufffd bell\ufffd half\ufffd');
    expect((await parts([['_x0041_ snake_x_case']]))[SHEET]).toContain('_x005F_x0041_ snake_x_case');
  });

  it('continues in another sheet when one is full, each with a header', async () => {
    const archive = await parts([['a'], ['b'], ['c'], ['d'], ['e']], 3);
    const sheets = [1, 2, 3].map((number) => archive[`xl/worksheets/sheet${number}.xml`]?.match(/<row /g)?.length);
    expect(sheets).toEqual([3, 3, 2]);
    expect(archive['xl/workbook.xml']).toContain('<sheet name="needs 3" sheetId="3" r:id="rId3"/>');
  });

  it('has columns as wide as what they hold, within bounds, and a filter on each', async () => {
    const archive = await parts([['x'.repeat(30), 'y'.repeat(500)]]);
    expect(archive[SHEET]).toMatch(/<\/sheetViews><cols><col [^>]*width="31"[^>]*\/><col [^>]*width="60"/);
    expect(archive[SHEET]).toMatch(/<\/sheetData><autoFilter ref="A1:B2"\/><\/worksheet>$/);
    expect(archive['xl/workbook.xml']).toContain(">'needs'!$A$1:$B$2</definedName>");
  });

  it('is a valid workbook without rows', async () => {
    expect((await parts([]))[SHEET]).toMatch(/<sheetData><row r="1">.*<\/row><\/sheetData>/);
  });

  it('fails if its rows fail', async () => {
    async function* broken(): AsyncGenerator<Cell[][]> {
      yield [['a']];
      throw new Error('the database is unavailable');
    }
    await expect(buffer(xlsxOf({ name: 'needs', columns: [], batches: broken() }))).rejects.toThrow(
      'the database is unavailable',
    );
  });
});
