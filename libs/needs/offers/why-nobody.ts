import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { SITE_OF_NEED, sitesOfNeeds } from './site-of-need.js';
import type { Target } from './target.js';

interface Named {
  readonly kind: 'worker' | 'cohort';
  readonly worker: string | null;
  readonly site: string | null;
  readonly isKnownSite: boolean;
}

/** Why an offer of a need reaches nobody, in words. */
export async function whyNobody(tx: TenantTransaction, needId: string, target: Target): Promise<string> {
  if (target.kind !== 'own') return `nobody is in this target (${target.kind})`;
  const [need] = await tx.execute<Named[]>(
    sql`select audience_kind as kind, coalesce(external_worker_id, email, learner_id) as worker, site,
          ${SITE_OF_NEED} is not null as "isKnownSite"
        from need ${sitesOfNeeds(tx.tenantId)} where need.tenant_id = ${tx.tenantId} and need.id = ${needId}`,
  );
  if (need?.kind === 'worker') return `the worker ${need.worker ?? ''} is not in the directory`;
  const site = JSON.stringify(need?.site ?? '');
  return need?.isKnownSite === true ? `nobody is at the site ${site}` : `the site ${site} is not in the directory`;
}
