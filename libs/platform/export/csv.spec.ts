import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';
import type { Cell } from './table.js';

function csv(...batches: Cell[][][]): Promise<string> {
  async function* read(): AsyncGenerator<Cell[][]> {
    yield* batches;
  }
  return text(
    csvOf({
      name: 'table',
      columns: [0, 1].map((at) => ({ name: `column ${at}`, cell: (row: Cell[]) => row[at] ?? null })),
      batches: read(),
    }),
  );
}

describe('a table as CSV', () => {
  it('has a header, and a line for each row in any batch', async () => {
    expect(
      await csv(
        [['a', 1]],
        [],
        [
          ['b', null],
          ['c', new Date('2026-11-25T04:05:06.789Z')],
          ['d', { day: '2026-11-25' }],
        ],
      ),
    ).toBe('column 0,column 1\r\na,1\r\nb,\r\nc,2026-11-25T04:05:06.789Z\r\nd,2026-11-25\r\n');
    expect(await csv()).toBe('column 0,column 1\r\n');
  });

  it('quotes special characters', async () => {
    expect(
      await csv([
        ['a,b', 'say "no"'],
        ['two\nlines', 'ü'],
      ]),
    ).toBe('column 0,column 1\r\n"a,b","say ""no"""\r\n"two\nlines",ü\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('contains no formula: %j', async (formula) => {
    const [, line] = (await csv([[formula, 'x']])).split('\r\n', 2);
    expect(line).toMatch(/^"?'/);
  });

  it('leaves a negative number a number', async () => {
    expect(await csv([[-1, '']])).toContain('-1,');
  });
});
