import { Injectable } from '@nestjs/common';
import { readDraftAsCourse } from '#authoring';
import { Database } from '#platform/database';
import type { Page } from '#platform/pages';
import { coursePage } from '../pages/course-page.js';

/** Shows drafts as their learners will see them. */
@Injectable()
export class DraftPreview {
  constructor(private readonly database: Database) {}

  /** Records nothing. @throws NotFound */
  show(draftId: string): Promise<Page> {
    return this.database.inTenant(async (tx) =>
      coursePage({ assignment: null, course: await readDraftAsCourse(tx, draftId), timeZone: 'UTC' }),
    );
  }
}
