import { Injectable } from '@nestjs/common';
import { beginOperation, runInBackground } from '#operations';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { JobSender } from '#platform/queue';
import { leadersOf, withGapMembers } from '../gaps/gap-members.js';
import { readUntil } from '../lifecycle/read-until.js';
import { type OfferInput, readOfferBody } from '../offers/offer-input.js';
import { namedCourses, namedTarget } from '../offers/offer-names.js';
import { BulkAuthoring } from './bulk-authoring.js';
import { checkFields } from './bulk-input.js';
import type { BulkAction, BulkBody } from './bulk.dto.js';
import type { BulkResult } from './bulk.view.js';
import { chosenNeeds, movableNeeds } from './chosen-needs.js';
import { type BulkPreview, previewMoves, previewOffers, refusals } from './preview-bulk.js';
import { unmovedPage } from './unmoved-needs.js';

/** Actions on many needs. */
@Injectable()
export class BulkService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
    private readonly authoring: BulkAuthoring,
  ) {}

  /** @throws Invalid, TooManyNeeds, TooManyPeople */
  async start(body: BulkBody): Promise<BulkResult> {
    checkFields(body);
    const { action } = body;
    return this.database.inTenant(async (tx) => {
      const until = body.until === undefined ? undefined : await readUntil(tx, body.until);
      // A gap counts once: it is previewed by its leader, and the operation acts on all of its needs.
      const needIds = await leadersOf(tx, await chosenNeeds(tx, body));
      const chosen = { action, operationId: null, status: null, needs: needIds.length };
      if (body.dryRun !== true)
        return { ...chosen, ...(await this.begin(tx, action, await inputOf(tx, { ...body, until }), needIds)) };
      const { refused, ...preview } = await this.preview(tx, body, needIds);
      const unmoved = await unmovedPage(tx, action, refused, body.cursor);
      return { ...chosen, ...preview, refused: refusals(refused), unmoved };
    });
  }

  private async preview(tx: TenantTransaction, body: BulkBody, needIds: readonly string[]): Promise<BulkPreview> {
    const { action, force = false } = body;
    if (action === 'offer') {
      const field = body.ids === undefined ? 'filter' : 'ids';
      return previewOffers(tx, needIds, await readOfferBody(tx, body), field);
    }
    return action === 'author' ? this.authoring.preview(tx, needIds, force) : previewMoves(tx, needIds, action);
  }

  private async begin(
    tx: TenantTransaction,
    kind: BulkAction,
    input: object,
    needIds: readonly string[],
  ): Promise<Pick<BulkResult, 'operationId' | 'status'>> {
    const { actor } = this.scope.tenant;
    // A gap whose leader may not move stays as it is, as in the dry run.
    const all = [...new Set([...needIds, ...(await withGapMembers(tx, await movableNeeds(tx, needIds, kind)))])];
    const id = await beginOperation(tx, { kind, input, unit: 'needs', total: all.length, actor, needIds: all });
    runInBackground(tx, this.jobs);
    return { operationId: ids.show('op', id), status: 'queued' };
  }
}

/** What the operation stores of a body. */
async function inputOf(tx: TenantTransaction, body: BulkBody): Promise<object> {
  const { action, force = false, reason, note, until } = body;
  if (action === 'offer') return namedInput(tx, await readOfferBody(tx, body));
  return action === 'author' ? { force } : { reason, note, until };
}

/** The input of an offer, with names for the audit log. */
async function namedInput(tx: TenantTransaction, { courseId, target, dueAt }: OfferInput): Promise<object> {
  const course = courseId === null ? {} : { course: (await namedCourses(tx, [courseId])).get(courseId)?.course };
  return { courseId, ...course, target: await namedTarget(tx, target), dueAt };
}
