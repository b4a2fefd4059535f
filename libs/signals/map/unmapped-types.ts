import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TopicMatching, shownScore } from '#catalog';
import { Database, type SqlFragment, ids, isoTime, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { DAY_MS } from '#platform/text';
import { oldestKept } from '../retention/oldest-kept.js';
import { SignalMaps } from './signal-maps.js';
import type { SuggestedCourse, UnmappedTypes } from './unmapped.dto.js';

const DAYS = 90;
/** Enough to find the types in use; more would slow the response down. */
const MAX_SIGNALS = 200_000;
const MAX_TYPES = 100;

interface SeenType {
  readonly type: string;
  readonly signals: number;
  readonly last_seen_at: string;
  readonly looked_at: number;
}

/**
 * Lists types of received signals that the map does not contain: such a signal has a topic only if its event names one.
 */
@Injectable()
export class UnmappedTypeList {
  constructor(
    private readonly database: Database,
    private readonly maps: SignalMaps,
    private readonly matching: TopicMatching,
  ) {}

  list(): Promise<UnmappedTypes> {
    return this.database.inTenant(async (tx) => {
      const mapped = Object.keys(this.maps.of(tx.tenantId));
      const oldest = await oldestKept(tx, new Date(Date.now() - DAYS * DAY_MS).toISOString());
      const rows = await tx.execute<SeenType[]>(unmappedTypes(tx.tenantId, oldest, mapped));
      const matcher = await this.matching.matcherOf(tx);
      const items: UnmappedTypes['items'] = [];
      for (const { type, signals, last_seen_at: lastSeenAt } of rows) {
        const { recommended: course } = matcher.match(inWords(type), null);
        const suggested = { suggestedTopic: course?.title ?? inWords(type), suggestedCourse: course && shown(course) };
        items.push({ type, signals, lastSeenAt: isoTime(lastSeenAt), ...suggested });
        if (mustYield()) await yieldToEventLoop();
      }
      return { items, signals: rows[0]?.looked_at ?? 0 };
    });
  }
}

/** Selects the types of the latest signals, from the id `oldest` on, without the `mapped` ones. */
function unmappedTypes(tenantId: string, oldest: string, mapped: readonly string[]): SqlFragment {
  return sql`
  with latest as materialized (
    select id, type from signal where tenant_id = ${tenantId} and id >= ${oldest} and outcome <> 'completion'
    order by id desc limit ${MAX_SIGNALS}
  )
  select type, count(*)::integer as signals, uuid_time(max(id::text)::uuid) as last_seen_at, (select count(*)
      from latest)::integer as looked_at
  from latest where type <> all (${sqlArray(mapped)}::text[]) group by type order by count(*) desc, type
  limit ${MAX_TYPES}`;
}

function shown({ courseId, title, score }: SuggestedCourse): SuggestedCourse {
  return { courseId: ids.show('crs', courseId), title, score: shownScore(score) };
}

/** "near_miss" → "Near miss". */
function inWords(type: string): string {
  const words = type.replaceAll(/[\s_.-]+/g, ' ').trim();
  return words === '' ? type : words.charAt(0).toUpperCase() + words.slice(1);
}
