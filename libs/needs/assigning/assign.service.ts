import { Injectable } from '@nestjs/common';
import { beginOperation, endOperation, runInBackground } from '#operations';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { JobSender } from '#platform/queue';
import { lockTimeZoneShared } from '#tenancy';
import { NeedChanges } from '../need-changes.js';
import { NOBODY, assignPeople } from '../offers/assign-people.js';
import { validSince } from '../offers/offer-settings.js';
import { PEOPLE_AT_ONCE } from '../offers/offer-steps.js';
import { namedCourses, namedTarget } from '../offers/offer-names.js';
import type { OfferResult } from '../offers/offer.view.js';
import { previewOffer } from '../offers/preview-offer.js';
import { reachedBy } from '../offers/reached-people.js';
import { countPeople } from '../offers/target.js';
import { lockResolutionShared } from '../resolution-lock.js';
import type { AssignBody } from './assign.dto.js';
import { type AssignInput, asOffer, readAssignBody } from './assign-input.js';

/** Assigns courses to people without a need, by the rules of offers. */
@Injectable()
export class AssignService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
    private readonly changes: NeedChanges,
  ) {}

  /** @throws Invalid, CourseNotPublished */
  assign(body: AssignBody): Promise<OfferResult> {
    const isDryRun = body.dryRun === true;
    return this.database.inTenant(async (tx) => {
      if (!isDryRun) {
        await lockTimeZoneShared(tx);
        await lockResolutionShared(tx);
      }
      const input = await readAssignBody(tx, body);
      const { courseId, target, dueAt } = input;
      const people = await countPeople(tx, target);
      const facts = { courseId: ids.show('crs', courseId), dueAt, people };
      if (!isDryRun) return { ...facts, ...(await this.carryOut(tx, input, people)) };
      const preview = await previewOffer(tx, await asOffer(tx, input), target, await validSince(tx, new Date()));
      return { operationId: null, status: null, ...facts, ...preview };
    });
  }

  private async carryOut(
    tx: TenantTransaction,
    input: AssignInput,
    people: number,
  ): Promise<Pick<OfferResult, 'operationId' | 'status' | 'counts'>> {
    const { actor } = this.scope.tenant;
    const { courseId, target } = input;
    const id = await beginOperation(tx, {
      kind: 'assign',
      input: {
        ...input,
        course: (await namedCourses(tx, [courseId])).get(courseId)?.course,
        target: await namedTarget(tx, target),
      },
      unit: 'people',
      total: people,
      actor,
      needIds: [],
    });
    const operationId = ids.show('op', id);
    if (people > PEOPLE_AT_ONCE) {
      runInBackground(tx, this.jobs);
      return { operationId, status: 'queued', counts: null };
    }
    const reached = await reachedBy(tx, input.target, []);
    const offers = [await asOffer(tx, input)];
    const counted = await assignPeople(tx, id, { offers, validSince: await validSince(tx, new Date()) }, reached);
    await this.changes.publish(tx, { workerIds: reached.workerIds });
    const counts = counted.get(0) ?? NOBODY;
    await endOperation(tx, id, { done: people, result: counts });
    return { operationId, status: 'done', counts };
  }
}
