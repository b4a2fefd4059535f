import { statSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '#platform/thrown';
import { DEMO_FILE, OPERATOR_TOKEN_FILE } from '../credentials.js';
import { ownVersion } from '../own-version.js';
import { type Check, failed, ok } from './check.js';

const NAME = 'DATA_DIR';
const MIN_NODE = 24;
const SECRET_FILES = [OPERATOR_TOKEN_FILE, DEMO_FILE, 'secrets.key'];
const READ_BY_OTHERS = 0o077;

/** Checks of the command line's own environment. */
export function nodeCheck(version: string): Check {
  const detail = `edifyd ${ownVersion()} on Node ${version}`;
  if (Number(version.replace(/^v/, '').split('.')[0]) >= MIN_NODE) return ok('node', detail);
  return failed('node', detail, `run it as "npm run -s edifyd -- …", which brings Node ${MIN_NODE}`);
}

/** The folder with the engine's state, from which the command line reads the operator token. */
export function dataFolderCheck(folder: string, hasToken: boolean): Check {
  try {
    return examineFolder(folder, hasToken);
  } catch (error) {
    // A folder of another user, or a loop of links.
    return failed(NAME, `${folder} cannot be read (${messageOf(error)})`, 'run it as the user who runs the engine');
  }
}

function examineFolder(folder: string, hasToken: boolean): Check {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) {
    if (hasToken) return ok(NAME, `there is no ${folder}, and OPERATOR_TOKEN is set: none is needed`);
    return failed(
      NAME,
      `there is no ${folder}`,
      'start the engine once with "npm start", or set DATA_DIR to its data folder',
    );
  }
  if (!stats.isDirectory())
    return failed(NAME, `${folder} is no folder`, 'set DATA_DIR to the data folder of the engine');
  const open = SECRET_FILES.map((file) => join(folder, file)).filter(isReadByOthers);
  if (open.length > 0)
    return failed(NAME, `others on this machine may read ${open.join(', ')}`, `chmod 600 ${open.join(' ')}`);
  return ok(NAME, folder);
}

/** Windows has no such modes and returns 0o666 for every file. */
function isReadByOthers(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return process.platform !== 'win32' && stats !== undefined && (stats.mode & READ_BY_OTHERS) !== 0;
}
