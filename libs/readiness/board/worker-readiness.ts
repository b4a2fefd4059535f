import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { Database, type TenantTransaction, ids, isoTime } from '#platform/database';
import { NotFound } from '#platform/errors';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import { causeText } from '../reasons/cause-text.js';
import { shownEnd } from '../reasons/dates.js';
import { readContext } from '../reasons/read-context.js';
import type { Cause } from '../rule/cause.js';
import { completionAt, validUntil } from '../rule/causes-at.js';
import { type Calendar, plusDays } from '../rule/calendar.js';
import type { CompletionTime, Rules, WorkerFacts } from '../rule/facts.js';
import type { ReasonKind } from '../rule/kinds.js';
import { requirementsOf } from '../rule/requirements-of.js';
import { summaryOf, timelineFrom } from '../rule/timeline.js';
import { readCauses } from './board-causes.js';
import { holdsAt, periodsOf } from './board-conditions.js';
import { BOARD_COLUMNS, BOARD_JOINS, type BoardRow, boardRow } from './board-rows.js';
import { shownInstant } from './shown-instant.js';
import type { EndedReason, Holding, UpcomingChange, WorkerReadinessView } from './worker-readiness.view.js';
import { millis } from '../facts/millis.js';

const UPCOMING_DAYS = 90;
const MAX_HISTORY = 200;
const MAX_HOLDINGS = 1_000;

/**
 * Reads the readiness of one worker: the reasons, the changes to come, what the worker holds, and the reasons that are
 * over.
 */
@Injectable()
export class WorkerReadiness {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
  ) {}

  /** @throws NotFound if the worker was not on the board at the instant */
  read(workerId: string, asOf: string | undefined): Promise<WorkerReadinessView> {
    return this.database.inSnapshot(async (tx) => {
      const rules = await loadRules(tx);
      const { calendar } = rules;
      const instant = await shownInstant(tx, asOf, calendar);
      const [row] = await tx.execute<BoardRow[]>(sql`
        select ${BOARD_COLUMNS} from ${periodsOf(tx.tenantId, instant)} as period ${BOARD_JOINS}
        where period.tenant_id = ${tx.tenantId} and period.worker_id = ${workerId} and ${holdsAt(instant)}`);
      if (row === undefined) throw new NotFound('worker');
      const causes = await readCauses(tx, [workerId], instant);
      const matcher = await this.matching.matcherOf(tx);
      const context = await readContext(tx, causes, { calendar, at: instant.at, matcher });
      const [facts] = await loadFacts(tx, [workerId], instant.at);
      return {
        ...boardRow(row, causes, context),
        upcoming: facts === undefined ? [] : upcomingOf(facts, rules, instant.at),
        holds: await readHoldings(tx, workerId, { calendar, endOf: endOfCompletions(facts, rules, instant.at) }),
        history: await readHistory(tx, workerId),
      };
    });
  }
}

function upcomingOf(facts: WorkerFacts, rules: Rules, at: number): UpcomingChange[] {
  const { calendar } = rules;
  const horizon = calendar.startOf(plusDays(calendar.dayOf(at), UPCOMING_DAYS + 1));
  const stretches = timelineFrom(facts, rules, at);
  return stretches.slice(1).flatMap(({ from, causes }, index): UpcomingChange[] => {
    const before = stretches[index]?.causes ?? [];
    const begins = causes.filter((cause) => !before.some((known) => isSame(known, cause)));
    const ends = before.filter((cause) => !causes.some((known) => isSame(known, cause)));
    if (from >= horizon || (begins.length === 0 && ends.length === 0)) return [];
    const shown = (cause: Cause): UpcomingChange['begins'][number] => ({
      kind: cause.kind,
      text: causeText(cause, {
        calendar,
        at: from,
        type: null,
        record: null,
        completion: completionAt(facts, cause.courseId, from) ?? null,
      }),
      severity: cause.severity,
    });
    return [
      {
        at: new Date(from).toISOString(),
        date: calendar.dayOf(from),
        status: summaryOf(causes).status,
        begins: begins.map(shown),
        ends: ends.map(shown),
      },
    ];
  });
}

/** Two causes are the same only with the same severity and the same waiver, because a reason shows both. */
function isSame(one: Cause, other: Cause): boolean {
  return (
    one.kind === other.kind &&
    one.refId === other.refId &&
    one.severity === other.severity &&
    one.waivedUntil === other.waivedUntil
  );
}

interface HoldingRow {
  readonly kind: 'credential' | 'course';
  readonly id: string;
  readonly name: string;
  readonly at: string;
  /** The day of a completion, if one was given. */
  readonly day: string | null;
  readonly until: number | null;
}

/** The instant at which a completion of a course stops counting; `Infinity`: it does not. */
type EndOfCompletion = (courseId: string, completion: CompletionTime) => number;

/** By the strictest of the requirements that hold for the worker, as the matrix shows it. */
function endOfCompletions(facts: WorkerFacts | undefined, rules: Rules, at: number): EndOfCompletion {
  const required = facts === undefined ? [] : requirementsOf(facts.worker, rules).filter(({ from }) => from <= at);
  return (courseId, completion) =>
    Math.min(
      Infinity,
      ...required
        .filter(({ required: one }) => one.kind === 'course' && one.courseId === courseId)
        .map((one) => validUntil(completion, one, rules)),
    );
}

async function readHoldings(
  tx: TenantTransaction,
  workerId: string,
  { calendar, endOf }: { readonly calendar: Calendar; readonly endOf: EndOfCompletion },
): Promise<Holding[]> {
  const rows = await tx.execute<HoldingRow[]>(sql`
    select 'credential' as kind, id, name, updated_at as at, null as day, ${millis(sql`expires_at`)} as until
    from credential where tenant_id = ${tx.tenantId} and worker_id = ${workerId} and superseded_at is null
    union all
    select 'course', completion.course_id, coalesce(course.title, 'A course that is no longer in the library'),
      max(completed_at), (array_agg(completed_on::text order by completed_at desc))[1], null
    from completion left join course on course.tenant_id = completion.tenant_id and course.id = completion.course_id
    where completion.tenant_id = ${tx.tenantId} and worker_id = ${workerId} and completion.course_id is not null
    group by completion.course_id, course.title
    order by 1, 3 limit ${MAX_HOLDINGS}`);
  return rows.map(({ kind, id, name, at, day: completedOn, until }) => {
    const completion = { completedAt: Date.parse(isoTime(at)), completedOn };
    return {
      kind,
      id: ids.show(kind === 'credential' ? 'cred' : 'crs', id),
      name,
      recordedAt: isoTime(at),
      validUntil: shownEnd(kind === 'course' ? endOf(id, completion) : (until ?? Infinity), calendar),
    };
  });
}

interface HistoryRow {
  readonly kind: ReasonKind;
  readonly name: string;
  readonly severity: number;
  readonly from: string;
  readonly to: string;
}

/** Rows of a reason that follow one another without a gap are one: it went on with another severity, date or waiver. */
async function readHistory(tx: TenantTransaction, workerId: string): Promise<EndedReason[]> {
  const rows = await tx.execute<HistoryRow[]>(sql`
    with part as (
      select kind, ref_id, name, severity, valid_from, valid_to,
        lag(valid_to) over reason is distinct from valid_from as begins,
        lead(valid_from) over reason is distinct from valid_to as ends
      from readiness_cause where tenant_id = ${tx.tenantId} and worker_id = ${workerId}
      window reason as (partition by kind, ref_id order by valid_from)
    ), whole as (
      select part.*, max(valid_from) filter (where begins)
          over (partition by kind, ref_id order by valid_from) as began from part
    )
    select kind, name, severity, began as "from", valid_to as "to" from whole where ends and valid_to <= now()
    order by valid_to desc, kind limit ${MAX_HISTORY}`);
  return rows.map(({ kind, name, severity, from, to }) => ({
    kind,
    name,
    severity,
    from: isoTime(from),
    to: isoTime(to),
  }));
}
