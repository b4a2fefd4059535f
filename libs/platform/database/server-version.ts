import { StartError } from '../config/index.js';

/** The oldest major version whose SQL the engine's migrations and statements use. */
const OLDEST = 17;

/**
 * @param setting name of the environment variable that leads to the server
 * @param versionNumber `server_version_num`: 170004 is 17.4
 * @throws StartError if the server is too old
 */
export function demandVersion(setting: string, versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000);
  if (major < OLDEST)
    throw new StartError(
      `${setting} should lead to PostgreSQL ${OLDEST} or newer, not to ${major}.${versionNumber % 10_000}`,
    );
}
