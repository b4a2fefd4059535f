import { StartError } from '../config/index.js';
import { withProbeConnection } from './probe-connection.js';

/**
 * Checks that row level security applies to the role: no superuser, no BYPASSRLS, and not the owner of a table.
 * @throws StartError naming the privilege that the role must not have
 * @throws NotReadyYet if PostgreSQL does not answer
 */
export async function demandPlainRole(url: string): Promise<void> {
  const [role] = await withProbeConnection(url, 'DATABASE_URL', async (client) => {
    const { rows } = await client.query<{ name: string; superuser: boolean; bypass: boolean; owns: boolean }>(`
      select rolname as name, rolsuper as superuser, rolbypassrls as bypass,
        exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            and pg_has_role(pg_roles.oid, relowner, 'member')) as owns
      from pg_roles where rolname = current_user`);
    return rows;
  });
  const faults = [
    role?.superuser && 'is a superuser',
    role?.bypass && 'has BYPASSRLS',
    role?.owns && 'owns the tables',
  ].filter(Boolean);
  if (faults.length > 0) {
    throw new StartError(
      `DATABASE_URL should name a plain role, which row level security binds, but "${role?.name ?? ''}" ${faults.join(' and ')}`,
    );
  }
}
