import { seedFacts } from '../readiness/seed.js';
import { BenchTenant } from '../readiness/tenant.js';
import { ageBoard, markEverybody, upkeepDone } from '../readiness/upkeep.js';
import { Stage } from '../harness/stage/stage.js';
import type { ConsoleTenant } from './console-browser.js';

/**
 * Requirements that give the matrix columns, and nobody another reason: everybody needs the licences of the seed, which
 * all hold or have held. Each role needs a ticket, which its people hold for years.
 */
const TICKETS = [
  `insert into credential (tenant_id, id, worker_id, name, name_key, expires_at)
   select tenant_id, uuidv7(), id, 'Ticket of ' || role, 'ticket of ' || lower(role),
     date_trunc('day', now()) + interval '1200 days'
   from worker where tenant_id = $1 and role is not null`,
  `insert into requirement (tenant_id, id, audience_kind, role, role_key, credential, credential_key, created_at)
   select tenant_id, gen_random_uuid(), 'role', role, lower(role), 'Ticket of ' || role, 'ticket of ' || lower(role),
     now() - interval '200 days'
   from (select distinct tenant_id, role from worker where tenant_id = $1 and role is not null) as roles
   union all
   select $1, gen_random_uuid(), 'everyone', null, null, name, lower(name), now() - interval '200 days'
   from unnest(array['WAH licence', 'First aid']) as name`,
] as const;

/** A tenant whose people have a board, and one api process; no worker, so that nothing changes meanwhile. */
export class BoardStage {
  private constructor(
    private readonly stage: Stage,
    readonly tenant: ConsoleTenant,
    /** The person with the most reasons. */
    readonly worst: string,
  ) {}

  /** @param workers people of the tenant, with five reasons each */
  static async start(workers: number): Promise<BoardStage> {
    const stage = await Stage.start({ fleet: { tenants: 1, workers: 10, spread: 'even' } });
    try {
      const [{ slug, tenantId } = { slug: '', tenantId: '' }] = stage.tenants;
      await seedFacts(stage.owner, slug, workers);
      for (const statement of TICKETS) await stage.owner.query(statement, [tenantId]);
      // As autovacuum does a minute later.
      await stage.owner.query('vacuum analyze');
      const worker = await stage.processes.startWorker(null);
      await markEverybody(stage.owner, [tenantId]);
      await upkeepDone(stage.owner, tenantId);
      await worker.stop();
      await ageBoard(stage.owner);
      await stage.owner.query('vacuum analyze');
      const { port } = await stage.processes.startApi(null);
      const adminToken = await stage.processes.adminToken(port, slug);
      const { items } = await new BenchTenant(port, adminToken, slug, tenantId).page('limit=1');
      return new BoardStage(stage, { slug, url: `http://127.0.0.1:${port}`, adminToken }, workerOf(items));
    } catch (error) {
      stage.showLogs();
      await stage.stop();
      throw error;
    }
  }

  showLogs(): void {
    this.stage.showLogs();
  }

  stop(): Promise<void> {
    return this.stage.stop();
  }
}

function workerOf([row]: readonly unknown[]): string {
  const { worker } = row as { worker: { id: string } };
  return worker.id;
}
