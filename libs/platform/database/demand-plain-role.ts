import { StartError } from '../config/index.js';
import { withProbeConnection } from './probe-connection.js';

/**
 * The third wall stands only for a role that cannot pass it: no superuser, no BYPASSRLS, owner of no table of ours.
 * @throws StartError naming what the role may do that it must not
 * @throws NotReadyYet where PostgreSQL does not answer now
 */
export async function demandPlainRole(url: string): Promise<void> {
  const [role] = await withProbeConnection(url, 'DATABASE_URL', async (client) => {
    const { rows } = await client.query<{ name: string; superuser: boolean; bypass: boolean; owns: boolean }>(`
      select rolname as name, rolsuper as superuser, rolbypassrls as bypass,
        exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(pg_roles.oid, relowner, 'member')) as owns
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
