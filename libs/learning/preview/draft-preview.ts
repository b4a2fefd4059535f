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
  async show(draftId: string): Promise<Page> {
    const course = await this.database.inTenant((tx) => readDraftAsCourse(tx, draftId));
    return coursePage({ assignment: null, course, timeZone: 'UTC' });
  }
}
