import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import { type PackageFormat, packageDownload } from '#catalog';
import { CONFIG, type Config } from '#platform/config';
import { Database, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Draft } from '../drafts/draft.entity.js';
import { DraftNotApproved } from '../drafts/draft.errors.js';
import { courseContent } from './course-content.js';
import { DRAFT_PASS_MARK } from './draft-as-course.js';

/** Exports approved drafts as packages for learning systems. */
@Injectable()
export class DraftExport {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws NotFound, DraftNotApproved */
  async package(id: string, format: PackageFormat): Promise<StreamableFile> {
    const draft = await this.database.inTenant((tx) => tx.findOne(Draft, { id }));
    if (draft === null) throw new NotFound('draft');
    const { status, content } = draft;
    if (status !== 'approved' && status !== 'published') throw new DraftNotApproved(status);
    const { title, summary, quiz } = content;
    const iri = `${this.config.publicUrl}/drafts/${ids.show('drf', id)}`;
    return packageDownload(
      { iri, title, summary, content: courseContent(content), quiz, passMark: DRAFT_PASS_MARK },
      format,
    );
  }
}
