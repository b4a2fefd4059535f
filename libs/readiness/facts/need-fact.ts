import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import type { NeedFact } from '../rule/facts.js';
import type { Severity } from '../rule/kinds.js';
import { millis } from './millis.js';

/** A need as statements read it for the rule. */
export interface NeedFactRow {
  readonly id: string;
  readonly topic: string | null;
  readonly type: string;
  readonly severity: Severity;
  readonly isOfSite: boolean;
  readonly firstSeenAt: number;
  readonly dueAt: number;
}

/** Columns of a {@link NeedFactRow}, of the table `need`. */
export const NEED_FACT_COLUMNS = sql`need.id, need.topic, need.type, need.severity,
  need.audience_kind = 'cohort' as "isOfSite", ${millis(sql`need.first_seen_at`)} as "firstSeenAt",
  ${millis(sql`coalesce(need.due_at, 'infinity')`)} as "dueAt"`;

export function needFact({ id, topic, type, severity, isOfSite, firstSeenAt, dueAt }: NeedFactRow): NeedFact {
  const gap = topic === null ? `need ${id}` : topicIdentity(topic);
  return { id, name: topic ?? type, gap, severity, isOfSite, firstSeenAt, dueAt };
}
