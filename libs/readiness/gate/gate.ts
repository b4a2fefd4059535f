import { Injectable } from '@nestjs/common';
import { TopicMatching, topicIdentity } from '#catalog';
import { Site, findSiteId, findWorkers } from '#directory';
import { Database, type TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { nameKeyOf } from '#platform/text';
import { type OwnedCause, causesOnBoard } from '../board/board-causes.js';
import { readInstant } from '../board/shown-instant.js';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import { type SiteNeeds, loadNeedsOfSite } from '../facts/load-site-needs.js';
import { readContext } from '../reasons/read-context.js';
import { causesAt } from '../rule/causes-at.js';
import type { RequirementRule, Rules, WorkerFacts } from '../rule/facts.js';
import type { CheckBody } from './check.dto.js';
import type { CheckView, CheckedPerson } from './check.view.js';
import { GateBoard } from './gate-board.js';
import { showChecked } from './show-checked.js';

/** People whose causes are read together: each may have hundreds, of which the answer has few. */
const PEOPLE_AT_ONCE = 50;

/** Decides for a turnstile, or a permit-to-work system, who may go in. */
@Injectable()
export class Gate {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
    private readonly board: GateBoard,
  ) {}

  /** @throws Invalid if the site is unknown */
  async check(body: CheckBody): Promise<CheckView> {
    const items: CheckedPerson[] = [];
    for (let from = 0; from < body.workers.length; from += PEOPLE_AT_ONCE) {
      const workers = body.workers.slice(from, from + PEOPLE_AT_ONCE);
      items.push(...(await this.checkSome({ ...body, workers })).items);
    }
    return { items };
  }

  private async checkSome(body: CheckBody): Promise<CheckView> {
    const { workers, at, site, requires = [] } = body;
    const isPlain = site === undefined && requires.length === 0;
    const view = isPlain && at === undefined ? await this.board.check(workers) : null;
    return view ?? this.compute(body, isPlain);
  }

  private compute({ workers, at, site, requires = [] }: CheckBody, isPlain: boolean): Promise<CheckView> {
    return this.database.inTenant(async (tx) => {
      const found = await findWorkers(tx, workers);
      const workerIds = [...new Set(found.filter((id) => id !== null))];
      const { calendar, ...instant } = await readInstant(tx, at);
      const onBoard = isPlain ? await causesOnBoard(tx, workerIds, instant) : new Map<string, OwnedCause[]>();
      const others = workerIds.filter((id) => !onBoard.has(id));
      const computed = others.length === 0 ? [] : await computeCauses(tx, others, instant.at, { site, requires });
      const byWorker = new Map([...onBoard, ...computed]);
      const context = await readContext(tx, [...byWorker.values()].flat(), {
        calendar,
        at: instant.at,
        matcher: await this.matching.matcherOf(tx),
      });
      return showChecked(found, byWorker, context);
    });
  }
}

/** Applies the rule to the facts of now: for people whom the board does not show yet, and for what it does not show. */
async function computeCauses(
  tx: TenantTransaction,
  workerIds: readonly string[],
  at: number,
  { site, requires }: { readonly site: string | undefined; readonly requires: readonly string[] },
): Promise<Array<[string, OwnedCause[]]>> {
  const rules = withRequired(await loadRules(tx), requires);
  const asked = site === undefined ? null : await siteNamed(tx, site, workerIds);
  const computed: Array<[string, OwnedCause[]]> = [];
  for (const facts of await loadFacts(tx, workerIds, at)) {
    const workerId = facts.worker.id;
    const there = asked === null ? facts : standingAt(facts, asked.id, asked.needs);
    computed.push([workerId, causesAt(there, rules, at).map((cause) => ({ ...cause, workerId }))]);
    if (mustYield()) await yieldToEventLoop();
  }
  return computed;
}

interface AskedSite {
  readonly id: string;
  readonly needs: SiteNeeds;
}

/** @throws Invalid */
async function siteNamed(tx: TenantTransaction, site: string, workerIds: readonly string[]): Promise<AskedSite> {
  const id = await findSiteId(tx, site);
  const found = id === null ? null : await tx.findOne(Site, { id });
  if (found === null) throw new Invalid([{ field: 'site', message: 'names no site' }]);
  return { id: found.id, needs: await loadNeedsOfSite(tx, found.nameKey, workerIds) };
}

/** The facts of a worker as if they were at a site: the needs of that site replace those of their own site. */
function standingAt(facts: WorkerFacts, siteId: string, needs: SiteNeeds): WorkerFacts {
  if (facts.worker.siteId === siteId) return facts;
  const { id } = facts.worker;
  return {
    ...facts,
    worker: { ...facts.worker, siteId },
    needs: [
      ...facts.needs.filter(({ isOfSite }) => !isOfSite),
      ...needs.needs.filter((need) => !needs.answered.has(`${need.id} ${id}`)),
    ],
  };
}

/** The severity of what a task needs. */
const REQUIRED_SEVERITY = 4;

function withRequired(rules: Rules, requires: readonly string[]): Rules {
  const required = requires.map((name): RequirementRule => ({
    id: name,
    audience: { kind: 'everyone' },
    required: { kind: 'credential', name, key: nameKeyOf(name) },
    gap: topicIdentity(name),
    severity: REQUIRED_SEVERITY,
    validDays: null,
    graceDays: 0,
    from: -Infinity,
  }));
  return { ...rules, requirements: [...required, ...rules.requirements] };
}
