import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Course, topicIdentity } from '#catalog';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { courseGap } from '../facts/course-gap.js';
import { loadRules } from '../facts/load-rules.js';
import { FactChanges } from '../marks/fact-changes.js';
import type { Audience } from '../rule/facts.js';
import type { Severity } from '../rule/kinds.js';
import { RequirementNames, audienceOf } from './requirement-names.js';
import { affectedBy } from './affected-people.js';
import { lockRequirements } from './lock-requirements.js';
import type { ChangeRequirementBody, CreateRequirementBody } from './requirement.dto.js';
import { Requirement } from './requirement.entity.js';
import { MAX_REQUIREMENTS, TooManyRequirements, rejectRepetition } from './requirement.errors.js';
import { demandCourseForDays, resolveChange, resolveNew } from './requirement-fields.js';
import { readRequirement } from './requirement-reader.js';
import type { RequirementResult, RequirementView } from './requirement.view.js';

/** Creates, changes and deletes requirements. A dry run does the same, answers whom it affects and rolls back. */
@Injectable()
export class RequirementEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: FactChanges,
  ) {}

  /** @throws Invalid, RequirementExists, TooManyRequirements */
  create(body: CreateRequirementBody, dryRun: boolean): Promise<RequirementResult> {
    return this.transact(dryRun, async (tx) => {
      const id = ids.next();
      const { audience, required } = await resolveNew(new RequirementNames(tx), body);
      const validDays = body.validDays ?? null;
      demandCourseForDays(required.courseId ?? null, validDays);
      if ((await tx.count(Requirement)) >= MAX_REQUIREMENTS) throw new TooManyRequirements();
      tx.create(Requirement, {
        tenantId: tx.tenantId,
        id,
        ...audience,
        ...required,
        severity: severityOf(body.severity),
        validDays,
        graceDays: body.graceDays ?? 0,
        fromDay: body.from ?? null,
      });
      await rejectRepetition(() => tx.flush());
      return { id, audiences: [audienceOf(audience)], action: 'requirement.created', before: null };
    });
  }

  /** A body that changes nothing leaves the version as it is. @throws NotFound, Stale, Invalid, RequirementExists */
  change(id: string, body: ChangeRequirementBody, ifMatch: string | null, dryRun: boolean): Promise<RequirementResult> {
    return this.transact(dryRun, async (tx) => {
      const requirement = await lockRequirement(tx, id, ifMatch);
      const before = await readRequirement(tx, id);
      const audienceBefore = audienceOf(requirement);
      const topicBefore = await topicOf(tx, requirement);
      const { audience, required } = await resolveChange(new RequirementNames(tx), body);
      tx.assign(requirement, {
        ...audience,
        ...required,
        ...(body.severity === undefined ? {} : { severity: severityOf(body.severity) }),
        ...validDaysOf(body, required?.courseId),
        ...(body.graceDays === undefined ? {} : { graceDays: body.graceDays }),
        ...(body.from === undefined ? {} : { fromDay: body.from }),
      });
      demandCourseForDays(requirement.courseId ?? null, requirement.validDays ?? null);
      await rejectRepetition(() => tx.flush());
      const after = await readRequirement(tx, id);
      if (JSON.stringify(after) === JSON.stringify(before)) return { id, audiences: [], action: null, before };
      await tx.nativeUpdate(Requirement, { id }, { version: sql`version + 1`, updatedAt: sql.now() });
      const audiences = [audienceBefore, audienceOf(requirement)];
      const endsWaivers = (await topicOf(tx, requirement)) !== topicBefore;
      return { id, audiences, action: 'requirement.changed', before, endsWaivers };
    });
  }

  /** Deletes a requirement, and ends its waivers. @throws NotFound, Stale */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      await lockRequirements(tx);
      const requirement = await lockRequirement(tx, id, ifMatch);
      const before = await readRequirement(tx, id);
      audit(tx, {
        actor,
        action: 'requirement.deleted',
        subject: { kind: 'requirement', id },
        before: { ...decided(before), endedWaivers: await endWaivers(tx, id) },
      });
      tx.remove(requirement);
      await this.changes.audiences(tx, [audienceOf(requirement)]);
    });
  }

  private async transact(
    dryRun: boolean,
    work: (tx: TenantTransaction) => Promise<RequirementChange>,
  ): Promise<RequirementResult> {
    const { actor } = this.scope.tenant;
    try {
      return await this.database.inTenant(async (tx) => {
        // A dry run takes seconds, in which others may change requirements.
        if (!dryRun) await lockRequirements(tx);
        const rulesBefore = dryRun ? await loadRules(tx) : null;
        const { id, audiences, action, before, endsWaivers = false } = await work(tx);
        const after = await readRequirement(tx, id);
        if (rulesBefore !== null) {
          const rules = { before: rulesBefore, after: await loadRules(tx), endsWaivers };
          throw new DryRunRollback({ ...after, ...(await affectedBy(tx, id, audiences, rules)) });
        }
        if (action === null) return after;
        const subject = { kind: 'requirement', id };
        audit(tx, {
          actor,
          action,
          subject,
          ...(before === null ? {} : { before: decided(before) }),
          after: { ...decided(after), ...(endsWaivers ? { endedWaivers: await endWaivers(tx, id) } : {}) },
        });
        await this.changes.audiences(tx, audiences);
        return after;
      });
    } catch (error) {
      if (error instanceof DryRunRollback) return error.answer;
      throw error;
    }
  }
}

interface RequirementChange {
  readonly id: string;
  readonly audiences: readonly Audience[];
  /** Null: nothing has changed. */
  readonly action: string | null;
  readonly before: RequirementView | null;
  /** It is about another topic now: nobody has waived the reasons that it makes. */
  readonly endsWaivers?: boolean;
}

/** Thrown to roll back the transaction of a dry run. */
class DryRunRollback extends Error {
  constructor(readonly answer: RequirementResult) {
    super('a dry run');
  }
}

/** @throws NotFound, Stale */
async function lockRequirement(tx: TenantTransaction, id: string, ifMatch: string | null): Promise<Requirement> {
  const requirement = await tx.findOne(Requirement, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (requirement === null) throw new NotFound('requirement');
  demandVersion(ifMatch, requirement.version);
  return requirement;
}

/** What a requirement is about, as the board groups its reasons. */
async function topicOf(tx: TenantTransaction, { credential, courseId }: Requirement): Promise<string> {
  if (typeof courseId !== 'string') return topicIdentity(credential ?? '');
  const course = await tx.findOne(Course, { id: courseId }, { fields: ['title', 'topics'] });
  return course === null ? courseId : courseGap(course);
}

/** @returns how many */
async function endWaivers(tx: TenantTransaction, requirementId: string): Promise<number> {
  const ended = await tx.execute<object[]>(sql`
    update waiver set until = now(), until_on = null
    where tenant_id = ${tx.tenantId} and requirement_id = ${requirementId}::uuid and until > now() returning id`);
  return ended.length;
}

/** The fields of a requirement that people decide, for the audit log. */
function decided({ appliesTo, credential, courseId, severity, validDays, graceDays, from }: RequirementView): object {
  return { appliesTo, credential, courseId, severity, validDays, graceDays, from };
}

/** The validators accept only 1 to 4. */
function severityOf(severity: number | null | undefined): Severity | null {
  return SEVERITIES.find((one) => one === severity) ?? null;
}

const SEVERITIES: readonly Severity[] = [1, 2, 3, 4];

/** A credential that replaces a course has no valid days. */
function validDaysOf(
  { validDays }: ChangeRequirementBody,
  courseId: string | null | undefined,
): { validDays?: number | null } {
  if (validDays !== undefined) return { validDays };
  return courseId === null ? { validDays: null } : {};
}
