// The end of every generator. With `--check` it writes nothing, and exits with status 1 if the committed file is
// outdated.
import { readFile, writeFile } from 'node:fs/promises';

export async function keepCurrent(file, content) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (content === committed) console.log(`${file} is current`);
  else if (process.argv.includes('--check')) {
    console.error(`${file} is outdated: run "npm run generate" and commit it`);
    process.exitCode = 1;
  } else {
    await writeFile(file, content);
    console.log(`wrote ${file}`);
  }
}
