import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { type SqlFragment, type TenantTransaction, anyTenant, Database, ids, joinSql } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { cellsAt, isCounted } from '../board/board-counts.js';
import { conditionsOf, periodsOf } from '../board/board-conditions.js';
import { readBoardPage } from '../board/board-page.js';
import { boardWorker } from '../board/board-rows.js';
import type { ReadinessQuery } from '../board/readiness.query.js';
import { type ShownInstant, shownInstant } from '../board/shown-instant.js';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import type { Cause } from '../rule/cause.js';
import { causesAt } from '../rule/causes-at.js';
import type { Required, Rules } from '../rule/facts.js';
import { cellsOf, columnKey } from './cell-of.js';
import type { MatrixCell, MatrixColumn, MatrixPage } from './matrix.view.js';
import { type UnderWay, readUnderWay } from './under-way.js';

const NOT_REQUIRED: MatrixCell = { state: 'not_required', until: null };
const NOTHING_UNDER_WAY: UnderWay = new Map();

/**
 * Cells of a page at most: where there are many columns, it has fewer people than were asked for, and one in any case.
 */
const MAX_CELLS = 20_000;

/** People and what is required of them, in the order of the board. */
@Injectable()
export class Matrix {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
  ) {}

  /** For another time than now it uses the credentials and completions that are known now. */
  read(query: ReadinessQuery): Promise<MatrixPage> {
    return this.database.inTenant(async (tx) => {
      const rules = await loadRules(tx);
      const instant = await shownInstant(tx, query.asOf, rules.calendar);
      const columns = await readColumns(tx, query, instant, rules);
      const keys = [...columns.keys()];
      const limit = Math.max(1, Math.min(query.limit, Math.floor(MAX_CELLS / Math.max(1, keys.length))));
      const { rows, nextCursor } = await readBoardPage(tx, { ...query, limit }, instant);
      const { at } = instant;
      const facts = await loadFacts(
        tx,
        rows.map(({ workerId }) => workerId),
        at,
      );
      const causes = new Map<string, Cause[]>();
      for (const one of facts) {
        causes.set(one.worker.id, causesAt(one, rules, at));
        if (mustYield()) await yieldToEventLoop();
      }
      const matcher = await this.matching.matcherOf(tx);
      const underWay = await readUnderWay(tx, causes, { calendar: rules.calendar, at, matcher });
      const cells = new Map<string, MatrixCell[]>();
      for (const one of facts) {
        const { id } = one.worker;
        const known = { causes: causes.get(id) ?? [], underWay: underWay.get(id) ?? NOTHING_UNDER_WAY };
        cells.set(id, cellsOf(keys, one, rules, at, known));
        if (mustYield()) await yieldToEventLoop();
      }
      return {
        columns: [...columns.values()].map(columnView),
        rows: rows.map((row) => ({
          worker: boardWorker(row),
          // Workers who have left have no facts.
          cells: cells.get(row.workerId) ?? keys.map(() => NOT_REQUIRED),
        })),
        nextCursor,
      };
    });
  }
}

/** What is required of the people whom the filters find, by key. */
async function readColumns(
  tx: TenantTransaction,
  query: ReadinessQuery,
  instant: ShownInstant,
  rules: Rules,
): Promise<Map<string, Required>> {
  const { tables, hasMember } =
    isCounted(query) && !findsFew(query, instant)
      ? await countedPeople(tx, query, instant)
      : await foundPeople(tx, query, instant);
  const found = await tx.execute<Array<{ id: string }>>(sql`
    with ${tables}
    select id from requirement where tenant_id = ${tx.tenantId} and case audience_kind
      when 'group' then ${hasMember}
      when 'site' then exists (select from place where site_id = requirement.audience_id)
      when 'role' then exists (select from place where role_key = requirement.role_key)
      else exists (select from place) end`);
  const wanted = new Set(found.map(({ id }) => id));
  const required = rules.requirements
    .filter(({ id, from }) => wanted.has(id) && from <= instant.at)
    .map((requirement) => requirement.required)
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
  return new Map(required.map((one) => [columnKey(one), one]));
}

/** Few people have a reason, and an index of the board of now finds them. */
function findsFew({ status, kind }: ReadinessQuery, { isNow }: ShownInstant): boolean {
  return isNow && (kind !== undefined || (status !== undefined && !status.includes('ready')));
}

interface People {
  /** The sites and roles of the people: a table `place`, and what `hasMember` reads. */
  readonly tables: SqlFragment;
  /** Whether one of them is in the group of a row of `requirement`. */
  readonly hasMember: SqlFragment;
}

/**
 * The counts show at which sites and in which roles there are such people. Without them, searching 50,000 people of a
 * site for one of a role takes longer than reading the page.
 */
async function countedPeople(tx: TenantTransaction, query: ReadinessQuery, instant: ShownInstant): Promise<People> {
  const { tenantId } = tx;
  return {
    tables: sql`cell as (${await cellsAt(tx, query, instant, ['site_role'])}),
      place as materialized (select site_id, role_key from cell group by site_id, role_key having sum(people) > 0)`,
    hasMember: sql`exists (
      select from worker_group_member member
      join ${periodsOf(tenantId, instant)} as period using (tenant_id, worker_id)
      where member.tenant_id = ${tenantId} and member.group_id = requirement.audience_id
        and ${joinSql(await conditionsOf(tx, query, instant), ' and ')})`,
  };
}

/** People who are searched for are looked at one by one, and only once: not again for each group. */
async function foundPeople(tx: TenantTransaction, query: ReadinessQuery, instant: ShownInstant): Promise<People> {
  const { tenantId } = tx;
  return {
    tables: sql`
      person as materialized (
        select period.worker_id, period.site_id, period.role_key from ${periodsOf(tenantId, instant)} as period
        where ${joinSql(await conditionsOf(tx, query, instant), ' and ')}),
      place as materialized (select distinct site_id, role_key from person),
      held as materialized (
        select distinct member.group_id from person join worker_group_member member
          on member.tenant_id = ${anyTenant(tenantId)}
          and member.worker_id = person.worker_id)`,
    hasMember: sql`audience_id in (select group_id from held)`,
  };
}

function columnView(required: Required): MatrixColumn {
  return required.kind === 'credential'
    ? { key: required.key, name: required.name, kind: 'credential' }
    : { key: ids.show('crs', required.courseId), name: required.title, kind: 'course' };
}

function nameOf(required: Required): string {
  return required.kind === 'credential' ? required.name : required.title;
}
