import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Variables } from './compose-file.js';

const SCRIPT = 'deploy/compose/make-env.sh';

interface MadeEnv {
  readonly variables: Variables;
  /** The file's permission bits. */
  readonly mode: number;
  /** What a second run over the same file does. */
  readonly again: { readonly status: number | null; readonly unchanged: boolean };
}

/** Runs the script that writes `.env`, twice, in a folder of its own. */
export function makeEnv(): MadeEnv {
  const folder = mkdtempSync(join(tmpdir(), 'engine-env-'));
  const file = join(folder, '.env');
  try {
    spawnSync('sh', [SCRIPT, file]);
    const text = readFileSync(file, 'utf8');
    const { status } = spawnSync('sh', [SCRIPT, file]);
    const variables = Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']));
    return {
      variables,
      mode: statSync(file).mode & 0o777,
      again: { status, unchanged: readFileSync(file, 'utf8') === text },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
