// What every generator ends with. With `--check` nothing is written, and the process ends with status 1 where the committed
// file is not what its sources say.
import { readFile, writeFile } from 'node:fs/promises';

export async function keepCurrent(file, content) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (content === committed) console.log(`${file} is current`);
  else if (process.argv.includes('--check')) {
    console.error(`${file} is not current: run "npm run generate" and commit it`);
    process.exitCode = 1;
  } else {
    await writeFile(file, content);
    console.log(`wrote ${file}`);
  }
}
