import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const COMPILED = new URL('../../../../dist/libs/catalog/packages/import/packaged-facts.js', import.meta.url);

/** Reads a manifest in a process that has this much memory, its libraries included: otherwise it ends with an error. */
async function readWithin(mebibytes: number, manifest: string): Promise<unknown> {
  const read = `import('${COMPILED.href}').then(async ({ readManifest }) =>
    console.log(JSON.stringify(await readManifest(require('node:fs').readFileSync(0, 'utf8')))))`;
  const reading = promisify(execFile)(process.execPath, [`--max-old-space-size=${mebibytes}`, '--eval', read]);
  reading.child.stdin?.end(manifest);
  return JSON.parse((await reading).stdout);
}

it('keeps the facts of a manifest, and not the paths of all its elements', async () => {
  const around = Array.from({ length: 55 }, (_, level) => `${'я'.repeat(97)}${level}`);
  const inside = Array.from({ length: 20_000 }, (_, number) => `<a${number}>x</a${number}>`).join('');
  const metadata = `<${around.join('><')}>${inside}</${around.toReversed().join('></')}>`;
  const manifest = `<manifest xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata>${metadata}</metadata>
    <organizations><organization><title>Working at heights</title></organization></organizations>
    <resources><resource adlcp:scormtype="sco" href="index.html"/></resources></manifest>`;
  expect(await readWithin(100, manifest)).toMatchObject({ format: 'scorm', title: 'Working at heights' });
});
