import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliEnvironment } from '#platform/config';
import { messageOf } from '#platform/thrown';
import { isObject, parseJson } from './json.js';
import { CommandError } from './report.js';

/** Files that the engine writes into its data folder for the operator. */
export const OPERATOR_TOKEN_FILE = 'operator.token';
export const DEMO_FILE = 'demo.json';

const DEMO_TENANT = 'acme';

/** The operator token: `OPERATOR_TOKEN`, or the one in the data folder. @throws CommandError if there is neither */
export function operatorToken({ operatorToken: token, dataDir }: CliEnvironment): string {
  const file = join(dataDir, OPERATOR_TOKEN_FILE);
  const known = token ?? readIfThere(file)?.trim();
  if (known && !/^[!-~]+$/.test(known))
    throw new CommandError('the operator token has a blank or a character that no token has: copy it again', {
      code: 'no_operator_token',
    });
  if (known) return known;
  throw new CommandError(
    `there is no operator token: set OPERATOR_TOKEN, or DATA_DIR to the engine's data folder (there is no ${file})`,
    { code: 'no_operator_token' },
  );
}

/** The secret that signs for a tenant: the one given, `EDIFYD_SECRET`, or the demo tenant's in the data folder. */
export function signingSecret(
  slug: string,
  given: string | undefined,
  { signingSecret: secret, dataDir }: CliEnvironment,
): string {
  const known = given ?? secret ?? (slug === DEMO_TENANT ? demoSecret(dataDir) : null);
  if (known) return known;
  const demo = slug === DEMO_TENANT ? `; there is none in ${join(dataDir, DEMO_FILE)}` : '';
  throw new CommandError(
    `there is no signing secret for "${slug}": give --secret, or set EDIFYD_SECRET to the one that "tenant create" or "secret rotate" printed${demo}`,
    { code: 'no_signing_secret' },
  );
}

function demoSecret(dataDir: string): string | null {
  const demo = parseJson(readIfThere(join(dataDir, DEMO_FILE)) ?? '');
  return isObject(demo) && typeof demo['signingSecret'] === 'string' ? demo['signingSecret'] : null;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw new CommandError(`${file} cannot be read: ${messageOf(error)}`);
  }
}
