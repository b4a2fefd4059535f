import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, isoTime } from '#platform/database';
import { DAY_MS } from '#platform/text';
import { oldestKept, shortFields } from '#signals';
import { EVENT_FIELDS } from '../event/parse-event.js';

/** Limits a preview to seconds of work, and to the memory of about ten thousand requests. */
const MAX_SIGNALS = 200_000;
const PAGE_SIZE = 2_000;
/** Bytes of a field as JSON: 320 characters, each as an escape. */
const MAX_FIELD_LENGTH = 2_000;

/**
 * Reads only the fields of an event that affect its need. One of them is large only if the engine does not read it:
 * `data.type` where `event` has the type.
 */
function pageStatement(tenantId: string, after: string, until: string): SqlFragment {
  return sql`
  select id, jsonb_build_object('event', event,
    'data', ${shortFields(sql`data`, EVENT_FIELDS, MAX_FIELD_LENGTH)}) as raw
  from (
    select id, left(raw ->> 'event', ${MAX_FIELD_LENGTH}) as event, raw -> 'data' as data from signal
    where tenant_id = ${tenantId} and id > ${after} and id < ${until} order by id limit ${PAGE_SIZE}
  ) as page order by id`;
}

export interface StoredSignal {
  readonly id: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A range of signals. */
export interface SignalWindow {
  /** Ids, both exclusive. */
  readonly after: string;
  readonly until: string;
  /** The start of the range, as a time. */
  readonly since: string;
  /** False: the period has more signals, of which only the latest are in the range. */
  readonly complete: boolean;
}

/** Reads the stored signals of the tenant in scope, as they were sent. */
@Injectable()
export class StoredSignals {
  constructor(private readonly database: Database) {}

  /** The range of the signals of the last days that have not expired: at most the latest two hundred thousand. */
  window(days: number): Promise<SignalWindow> {
    return this.database.inTenant(async (tx) => {
      const oldest = await oldestKept(tx, new Date(Date.now() - days * DAY_MS).toISOString());
      const [row] = await tx.execute<Array<{ first: string | null; oldest: string; until: string; since: string }>>(
        sql`select first, until, oldest, uuid_time(coalesce(first, oldest)) as since from (
           select greatest(${oldest}::uuid, uuid_floor(now() - make_interval(days => ${days}))) as oldest,
             uuid_floor(now() + interval '1 second') as until,
             (select id from signal where tenant_id = ${tx.tenantId} and id >= ${oldest}
                 order by id desc offset ${MAX_SIGNALS} limit 1) as first
         ) as bounds`,
      );
      if (row === undefined) throw new Error('the statement returned no row');
      const complete = row.first === null || row.first < row.oldest;
      return {
        after: complete ? row.oldest : (row.first ?? row.oldest),
        until: row.until,
        since: isoTime(row.since),
        complete,
      };
    });
  }

  /** Pages in order of arrival, each read in its own transaction. */
  async *read({ after, until }: SignalWindow): AsyncGenerator<readonly StoredSignal[]> {
    for (let last: string | undefined = after; last !== undefined;) {
      const start: string = last;
      const rows = await this.database.inTenant((tx) =>
        tx.execute<StoredSignal[]>(pageStatement(tx.tenantId, start, until)),
      );
      yield rows;
      last = rows.length < PAGE_SIZE ? undefined : rows.at(-1)?.id;
    }
  }
}
