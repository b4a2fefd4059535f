import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, DatabaseUnavailable, ids, pagesOfTenants, sqlArray } from '#platform/database';
import type { FieldError } from '#platform/errors';
import { PeriodicTask, SerialQueue, inTurn } from '#platform/lifecycle';
import { HOUR_MS, isStorable } from '#platform/text';
import { excerptOf } from './excerpt.js';

const STORE_EVERY_MS = 2_000;

/** What is kept of each tenant: the latest refused events, and how many a process adds at a time. */
const MAX_KEPT = 200;
const MAX_AT_ONCE = 20;
/** Errors of one event, and characters of a message. */
const MAX_ERRORS = 10;
const MAX_MESSAGE_LENGTH = 300;

interface RefusedEvent {
  readonly id: string;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly excerpt: string;
}

interface RefusedOfTenant {
  readonly events: RefusedEvent[];
  /** By the hour, in milliseconds since the epoch. */
  readonly unsigned: Map<number, number>;
}

/**
 * Collects what the webhook refuses, for the tenant to see for seven days. A request only adds to memory, at most a few
 * events of a tenant at a time. Everything is stored together every two seconds, because anybody can cause refusals,
 * and a refusal must not cause a write. While PostgreSQL is unavailable, they stay in memory. A killed process loses
 * the last ones.
 */
@Injectable()
export class RefusedEvents extends PeriodicTask {
  private refused = new Map<string, RefusedOfTenant>();
  private readonly transactions = new SerialQueue();

  constructor(private readonly database: Database) {
    super('storing refused events', STORE_EVERY_MS);
  }

  /** A request without a valid signature, for an existing tenant. */
  unsigned(tenantId: string): void {
    const { unsigned } = this.of(tenantId);
    const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
    unsigned.set(hour, (unsigned.get(hour) ?? 0) + 1);
  }

  /** A signed event that is not valid. @param bytes of the event, or of a batch that cannot be read */
  invalid(tenantId: string, code: string, errors: readonly FieldError[], bytes: Buffer): void {
    const { events } = this.of(tenantId);
    if (events.length >= MAX_AT_ONCE) return;
    events.push({
      id: ids.next(),
      code,
      errors: errors.slice(0, MAX_ERRORS).map(storable),
      excerpt: excerptOf(bytes),
    });
  }

  /** Stores what this process has collected. Resolves when everything collected before is stored. */
  store(): Promise<void> {
    return this.transactions.run(() => this.storeCollected());
  }

  override async onModuleDestroy(): Promise<void> {
    await super.onModuleDestroy();
    await this.store().catch((error: unknown) => this.log.warn(`the last refused events are lost: ${String(error)}`));
  }

  protected override async run(): Promise<number> {
    await this.store();
    return STORE_EVERY_MS;
  }

  private async storeCollected(): Promise<void> {
    if (this.refused.size === 0) return;
    // In the order of the ids, so that two processes do not deadlock.
    const pages = pagesOfTenants([...this.refused].toSorted(([one], [other]) => (one < other ? -1 : 1)));
    this.refused = new Map();
    await inTurn(pages, async (refused) => {
      try {
        await this.insert(refused);
      } catch (error) {
        if (error instanceof DatabaseUnavailable) for (const one of refused) this.putBack(...one);
        throw error;
      }
    });
  }

  private putBack(tenantId: string, { events, unsigned }: RefusedOfTenant): void {
    const later = this.of(tenantId);
    later.events.unshift(...events.slice(0, MAX_AT_ONCE - later.events.length));
    for (const [hour, requests] of unsigned) later.unsigned.set(hour, (later.unsigned.get(hour) ?? 0) + requests);
  }

  private async insert(refused: ReadonlyArray<[tenantId: string, of: RefusedOfTenant]>): Promise<void> {
    const events = refused.flatMap(([tenantId, of]) => of.events.map((event) => ({ tenantId, ...event })));
    const counts = refused.flatMap(([tenantId, of]) =>
      [...of.unsigned].map(([hour, requests]) => ({ tenantId, hour: new Date(hour).toISOString(), requests })),
    );
    const tenantIds = refused.map(([tenantId]) => tenantId);
    // One that was suspended since may be deleted: its rows must not come back.
    const ofActiveTenant = sql`"tenantId" in (select id from tenant where status = 'active')`;
    await this.database.inTenants(tenantIds, async (tx) => {
      await tx.execute(sql`
        insert into refused_event (tenant_id, id, code, errors, excerpt)
        select "tenantId", id, code, errors, excerpt
        from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as given ("tenantId" uuid, id uuid, code text,
            errors jsonb, excerpt text)
        where ${ofActiveTenant} on conflict do nothing`);
      await tx.execute(sql`
        insert into refused_count as known (tenant_id, hour, requests)
        select "tenantId", hour, requests
        from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as given ("tenantId" uuid, hour timestamptz,
            requests integer)
        where ${ofActiveTenant}
        order by "tenantId", hour
        on conflict (tenant_id, hour) do update set requests = known.requests + excluded.requests`);
      await tx.execute(sql`
        delete from refused_event using (
          select named.id as tenant_id, (
            select id from refused_event as newer where newer.tenant_id = named.id
            order by id desc offset ${MAX_KEPT - 1} limit 1
          ) as oldest from unnest(${sqlArray(tenantIds)}::uuid[]) as named (id)
        ) as kept where refused_event.tenant_id = kept.tenant_id and refused_event.id < kept.oldest`);
    });
  }

  private of(tenantId: string): RefusedOfTenant {
    const known = this.refused.get(tenantId) ?? { events: [], unsigned: new Map<number, number>() };
    this.refused.set(tenantId, known);
    return known;
  }
}

/** A field can have the name that the sender gave it. */
function storable({ field, message }: FieldError): FieldError {
  return { field: shortened(field), message: shortened(message) };
}

function shortened(text: string): string {
  return isStorable(text) ? text.slice(0, MAX_MESSAGE_LENGTH).toWellFormed() : '…';
}
