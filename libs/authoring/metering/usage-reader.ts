import { Injectable } from '@nestjs/common';
import { Database, ids } from '#platform/database';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import { Tenant, allowanceOf } from '#tenancy';
import { AuthoringEntry } from './authoring-entry.entity.js';
import { AuthoringMonth } from './authoring-month.entity.js';
import { endOfMonth, monthOf } from './month.js';
import type { AuthoringUsage, LedgerEntry, LedgerPage } from './usage.view.js';

/** Reads what was drafted, and what is left of the plan. */
@Injectable()
export class UsageReader {
  constructor(private readonly database: Database) {}

  /** The current month. */
  usage(): Promise<AuthoringUsage> {
    const month = monthOf(new Date());
    return this.database.inTenant(async (tx) => {
      const tenant = await tx.findOneOrFail(Tenant, { id: tx.tenantId });
      const allowance = allowanceOf(tenant);
      const balance = await tx.findOne(AuthoringMonth, { tenantId: tx.tenantId, month });
      const { draftsUsed = 0, draftsReserved = 0, tokensUsed = 0 } = balance ?? {};
      return {
        plan: tenant.plan,
        month: month.slice(0, 7),
        drafts: {
          limit: allowance.drafts,
          used: draftsUsed,
          reserved: draftsReserved,
          left: Math.max(0, allowance.drafts - draftsUsed - draftsReserved),
        },
        tokens: { limit: allowance.tokens, used: tokensUsed },
        resetsAt: endOfMonth(month).toISOString(),
      };
    });
  }

  /** Newest first. */
  ledger({ cursor, limit }: PageQuery): Promise<LedgerPage> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    return this.database.inTenant(async (tx) => {
      const entries = await tx.find(AuthoringEntry, before === null ? {} : { id: { $lt: before } }, {
        orderBy: { id: 'desc' },
        limit: limit + 1,
      });
      return pageOf(entries, limit, ledgerEntry, ({ id }) => [id]);
    });
  }
}

function ledgerEntry(entry: AuthoringEntry): LedgerEntry {
  const { id, draftId, kind, month, draftsReserved, tokensReserved, tokensUsed, createdAt } = entry;
  return {
    id: ids.show('led', id),
    draftId: draftId === null || draftId === undefined ? null : ids.show('drf', draftId),
    kind,
    month: month.slice(0, 7),
    drafts: Math.abs(draftsReserved),
    tokens: kind === 'reserved' ? tokensReserved : tokensUsed,
    createdAt: createdAt.toISOString(),
  };
}
