import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const COMPILED = new URL('../../../../dist/libs/directory/import/xlsx/shared-strings.js', import.meta.url);

/** Counts the characters of shared texts in a process that has this much memory, its libraries included. */
async function charactersWithin(mebibytes: number, text: string, times: number): Promise<number> {
  const read = `import('${COMPILED.href}').then(async ({ readSharedStrings }) => {
    const xml = Buffer.from(require('node:fs').readFileSync(0));
    async function* part() {
      yield Buffer.from('<sst>');
      for (let n = 0; n < ${times}; n++) yield xml;
      yield Buffer.from('</sst>');
    }
    const texts = await readSharedStrings({ has: () => true, part });
    console.log(texts.reduce((sum, text) => sum + text.length, 0));
  })`;
  const reading = promisify(execFile)(process.execPath, [`--max-old-space-size=${mebibytes}`, '--eval', read]);
  reading.child.stdin?.end(text);
  return Number((await reading).stdout);
}

it('keeps texts in thousands of pieces in the memory of their characters', async () => {
  const text = `<si>${'<t>a</t>'.repeat(30_000)}</si>`;
  expect(await charactersWithin(48, text, 40)).toBe(1_200_000);
});
