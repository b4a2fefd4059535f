import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** `dist/console/`, from the compiled file. */
const FOLDER = fileURLToPath(new URL('../../console/', import.meta.url));

export interface BuiltConsole {
  /** The page, which loads everything else. */
  readonly page: Buffer;
  /** The folder of the files whose names contain a hash of their content, most of them also compressed. */
  readonly assets: string;
}

/** What `scripts/build-console.js` wrote; null: nothing yet. */
export async function builtConsole(): Promise<BuiltConsole | null> {
  if (!existsSync(`${FOLDER}index.html`)) return null;
  return { page: await readFile(`${FOLDER}index.html`), assets: `${FOLDER}assets/` };
}
