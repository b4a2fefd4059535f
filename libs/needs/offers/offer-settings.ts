import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type SqlFragment, type TenantTransaction } from '#platform/database';
import { demandVersion } from '#platform/http';
import { DAY_MS } from '#platform/text';
import { audit } from '#tenancy';
import { StoredOfferSettings } from './offer-settings.entity.js';
import type { OfferSettingsBody, OfferSettingsView } from './offer-settings.dto.js';

/** The settings of a tenant without saved settings. */
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

  /** Applies to later offers. @throws Stale */
  replace({ completionValidDays }: OfferSettingsBody, ifMatch: string | null): Promise<OfferSettingsView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const { tenantId } = tx;
      // A tenant without a row gets one, to lock it.
      await tx
        .createQueryBuilder(StoredOfferSettings)
        .insert({ tenantId, ...INITIAL })
        .onConflict()
        .ignore()
        .execute();
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const settings = await tx.findOneOrFail(StoredOfferSettings, { tenantId }, { lockMode });
      const before = viewOf(settings);
      demandVersion(ifMatch, before.version);
      if (before.completionValidDays === completionValidDays) return before;
      await tx.nativeUpdate(
        StoredOfferSettings,
        { tenantId },
        { completionValidDays, version: sql`version + 1`, updatedAt: sql.now() },
      );
      const after = { completionValidDays, version: before.version + 1 };
      audit(tx, {
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
  const settings = await tx.findOne(StoredOfferSettings, { tenantId: tx.tenantId });
  return settings === null ? INITIAL : viewOf(settings);
}

function viewOf({ completionValidDays, version }: StoredOfferSettings): OfferSettingsView {
  return { completionValidDays, version };
}

/** The earliest time of a valid completion, ISO 8601. */
export async function validSince(tx: TenantTransaction, now: Date): Promise<string> {
  const { completionValidDays } = await readSettings(tx);
  return new Date(now.getTime() - completionValidDays * DAY_MS).toISOString();
}

/** SQL: as {@link validSince}, now, of the tenant of a row. */
export function validSinceOf(tenantId: SqlFragment): SqlFragment {
  return sql`now() - interval '24 hours' * coalesce((
    select completion_valid_days from offer_settings where offer_settings.tenant_id = ${tenantId}
  ), ${INITIAL.completionValidDays})`;
}
