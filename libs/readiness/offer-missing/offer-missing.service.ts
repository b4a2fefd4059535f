import { Injectable } from '@nestjs/common';
import { readDueAt } from '#needs';
import { beginOperation, runInBackground } from '#operations';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { JobSender } from '#platform/queue';
import { choosePeople, countPeople } from './chosen-people.js';
import type { OfferMissingBody } from './offer-missing.dto.js';
import type { OfferMissingResult } from './offer-missing.view.js';
import { PreviewMissing } from './preview-missing.js';
import { type MissingInput, storedInput } from './stored-input.js';

/** Offers people the courses that they lack. */
@Injectable()
export class OfferMissing {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
    private readonly previews: PreviewMissing,
  ) {}

  /** @throws Invalid */
  async start(body: OfferMissingBody): Promise<OfferMissingResult> {
    if (body.dryRun === true) return this.previews.read(await this.database.inTenant((tx) => readBody(tx, body)));
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const { input: given, people } = await readBody(tx, body);
      const input = storedInput(given);
      const kind = 'offer_missing';
      const id = await beginOperation(tx, { kind, input, unit: 'people', total: people, actor, needIds: [] });
      runInBackground(tx, this.jobs);
      return { operationId: ids.show('op', id), status: 'queued', people };
    });
  }
}

async function readBody(
  tx: TenantTransaction,
  body: OfferMissingBody,
): Promise<{ readonly input: MissingInput; readonly people: number }> {
  const chosen = await choosePeople(tx, body);
  const people = await countPeople(tx, chosen);
  return { input: { ...chosen, dueAt: body.dueAt === undefined ? null : await readDueAt(tx, body.dueAt) }, people };
}
