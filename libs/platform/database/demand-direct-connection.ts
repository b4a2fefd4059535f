import { StartError } from '../config/index.js';
import { withProbeConnection } from './probe-connection.js';

/** A setting without a meaning. */
const SETTING = 'readiness.is_direct';

/**
 * Checks that the settings with which the engine opens a connection have effect. A pooler may ignore them, and a
 * parameter `options` of the address replaces them: then the queue does not find its functions, so that needs are never
 * resolved, and a lost peer is not noticed.
 * @throws StartError if they have none
 * @throws NotReadyYet if PostgreSQL does not answer
 */
export async function demandDirectConnection(url: string): Promise<void> {
  const read = `select coalesce(current_setting('${SETTING}', true), '') as value`;
  const value = await withProbeConnection(
    url,
    'DATABASE_URL',
    async (client) => (await client.query<{ value: string }>(read)).rows[0]?.value,
    { options: `-c ${SETTING}=yes` },
  );
  if (value !== 'yes')
    throw new StartError(
      'DATABASE_URL should lead to PostgreSQL itself, without a pooler and without a parameter "options": the settings of the engine\'s connections have no effect',
    );
}
