import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import type { OfferSettingsBody, OfferSettingsView } from './offer-settings.dto.js';

/** The settings of a tenant that has never saved any. */
const INITIAL: OfferSettingsView = { completionValidDays: 365, version: 0 };

/** The settings of a tenant's offers. */
@Injectable()
export class OfferSettings {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  read(): Promise<OfferSettingsView> {
    return this.database.inTenant(readSettings);
  }

  /** Later offers follow the new settings. @throws Stale */
  replace({ completionValidDays }: OfferSettingsBody, ifMatch: string | null): Promise<OfferSettingsView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await tx.execute(
        sql`insert into offer_settings (tenant_id, completion_valid_days, version)
            values (${tx.tenantId}, ${INITIAL.completionValidDays}, 0) on conflict (tenant_id) do nothing`,
      );
      await tx.execute(sql`select from offer_settings where tenant_id = ${tx.tenantId} for update`);
      const before = await readSettings(tx);
      demandVersion(ifMatch, before.version);
      if (before.completionValidDays === completionValidDays) return before;
      await tx.execute(
        sql`update offer_settings set completion_valid_days = ${completionValidDays}, version = version + 1, updated_at = now()
            where tenant_id = ${tx.tenantId}`,
      );
      const after = { completionValidDays, version: before.version + 1 };
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'offer_settings.replaced',
        subject: { kind: 'offer_settings', id: 'offer_settings' },
        before,
        after,
      });
      return after;
    });
  }
}

async function readSettings(tx: TenantTransaction): Promise<OfferSettingsView> {
  const [row] = await tx.execute<OfferSettingsView[]>(
    sql`select completion_valid_days as "completionValidDays", version from offer_settings where tenant_id = ${tx.tenantId}`,
  );
  return row ?? INITIAL;
}

const DAY_MS = 24 * 3_600 * 1_000;

/** The start of the time in which completions count, ISO 8601. */
export async function validSince(tx: TenantTransaction, now: Date): Promise<string> {
  const { completionValidDays } = await readSettings(tx);
  return new Date(now.getTime() - completionValidDays * DAY_MS).toISOString();
}
