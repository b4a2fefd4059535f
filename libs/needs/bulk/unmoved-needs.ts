import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids, sqlArray } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import { TRANSITIONS } from '../lifecycle/need.transitions.js';
import type { NeedStatus } from '../need.js';
import { NOBODY_REACHED } from '../offers/offer-batch.js';
import type { BulkAction } from './bulk.dto.js';
import type { UnmovedPage } from './bulk.view.js';

/** A need that an action would leave as it is, with the rule. */
export interface Unmoved {
  readonly needId: string;
  readonly why: string;
}

/** Needs of a page. */
const SHOWN = 200;

const RULES: Readonly<Record<string, string>> = {
  no_course: 'no course is recommended: name one in courseId, or have one drafted',
  course_not_published: 'the course is not published',
  [NOBODY_REACHED]: 'reaches nobody: the worker or the site is not in the directory, or nobody is there',
  already_assigned:
    'nobody would be assigned: the people have the course by other needs, and this one reaches none of them',
  already_valid:
    'nobody would be assigned: the people have completed the course, hold what it is for, or are exempt; it is completed if these are all of its people',
  left: 'nobody would be assigned: the people have left',
  no_topic: 'has no topic to draft a course about',
  course_available: 'a course of the library answers the topic: offer it, or set force',
  plan_limit_reached: 'the plan allows no further draft this month',
};

/**
 * A page of the needs that an action would leave as they are, each with the rule in words, ordered by id.
 * @param cursor of the page before @throws Invalid if it is none
 */
export async function unmovedPage(
  tx: TenantTransaction,
  action: BulkAction,
  unmoved: readonly Unmoved[],
  cursor: string | undefined,
): Promise<UnmovedPage> {
  const [after = ''] = decodeCursor(cursor, ['uuid']) ?? [];
  const rest = unmoved
    .filter(({ needId }) => needId > after)
    .toSorted((one, other) => (one.needId < other.needId ? -1 : 1))
    .slice(0, SHOWN + 1);
  const rows = await tx.execute<Array<{ id: string; status: NeedStatus; topic: string | null }>>(
    sql`select id, status, topic from need
      where tenant_id = ${tx.tenantId} and id = any (${sqlArray(rest.map(({ needId }) => needId))}::uuid[])`,
  );
  const needs = new Map(rows.map((row) => [row.id, row]));
  return pageOf(
    rest.flatMap(({ needId, why }) => {
      const need = needs.get(needId);
      return need === undefined ? [] : [{ ...need, why }];
    }),
    SHOWN,
    ({ id, status, topic, why }) => ({
      needId: ids.show('need', id),
      topic,
      status,
      why,
      rule: RULES[why] ?? statusRule(action, status),
    }),
    ({ id }) => [id],
  );
}

function statusRule(action: BulkAction, status: NeedStatus): string {
  const { steps, auditVerb } = TRANSITIONS[action];
  const allowed = Object.keys(steps).join(', ').replaceAll('_', ' ');
  return `is ${status.replaceAll('_', ' ')}, and only needs that are ${allowed} can be ${auditVerb.replaceAll('_', ' ')}`;
}
