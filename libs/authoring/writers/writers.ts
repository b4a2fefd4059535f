import { Inject, Injectable } from '@nestjs/common';
import type { WriterKind } from '../drafts/draft.entity.js';
import { DRAFT_WRITER, type DraftWriter, type WrittenStep } from './draft-writer.js';
import { OutlineWriter } from './outline/outline-writer.js';
import { WritingFailed } from './writing-errors.js';

/** Stands in for a model that is no longer configured: a draft that it began is not finished by another writer. */
class MissingModel implements DraftWriter {
  readonly kind = 'model';
  readonly model = null;
  readonly steps = [];
  readonly estimatedTokens = 0;
  readonly leaseMs = 5_000;
  readonly concurrency = 1;

  lostTokens(): number {
    return 0;
  }

  requests(): [] {
    return [];
  }

  write(): Promise<WrittenStep> {
    const message = 'a model has begun this draft, and none is configured now (AI_PROVIDER, AI_MODEL)';
    return Promise.reject(new WritingFailed(message));
  }
}

/** The writers by kind: a draft is finished by the kind of writer that began it. */
@Injectable()
export class Writers {
  private readonly missingModel = new MissingModel();

  constructor(
    private readonly outline: OutlineWriter,
    @Inject(DRAFT_WRITER) readonly current: DraftWriter,
  ) {}

  of(kind: WriterKind): DraftWriter {
    if (kind === 'outline') return this.outline;
    return this.current.kind === 'model' ? this.current : this.missingModel;
  }
}
