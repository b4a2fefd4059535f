import { Injectable } from '@nestjs/common';
import { Need } from '#needs';
import { Database } from '#platform/database';
import { NotFound } from '#platform/errors';
import { EMPTY_CONTENT } from '../drafts/draft-content.js';
import { Draft } from '../drafts/draft.entity.js';
import { NeedWithoutTopic } from '../start/author.errors.js';
import { Briefs } from '../writers/briefs.js';
import { Writers } from '../writers/writers.js';
import type { RequestPreview } from './request-preview.view.js';

/** Shows what is sent to a provider, by the code that sends it. */
@Injectable()
export class RequestPreviewReader {
  constructor(
    private readonly database: Database,
    private readonly briefs: Briefs,
    private readonly writers: Writers,
  ) {}

  /** @throws NotFound, NeedWithoutTopic */
  preview(needId: string): Promise<RequestPreview> {
    return this.database.inTenant(async (tx) => {
      const need = await tx.findOne(Need, { id: needId });
      if (need === null) throw new NotFound('need');
      if (typeof need.topic !== 'string') throw new NeedWithoutTopic();
      const isWaiting = need.status === 'authoring' && typeof need.draftId === 'string';
      const draft = isWaiting ? await tx.findOne(Draft, { id: need.draftId }) : null;
      const writer = this.writers.of(draft?.writtenBy ?? this.writers.current.kind);
      const brief = await this.briefs.of(tx, draft?.topic ?? need.topic, draft?.category ?? need.category ?? null);
      const requests = writer.requests(brief, draft?.content ?? EMPTY_CONTENT);
      return {
        writer: { kind: writer.kind, model: writer.model },
        requests: requests.map(({ step, instructions, data }) => ({ step, instructions, data })),
      };
    });
  }
}
