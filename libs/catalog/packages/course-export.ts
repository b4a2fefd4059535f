import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Course } from '../courses/course.entity.js';
import { CourseUnpublished, NothingToExport } from '../courses/course.errors.js';
import { type PackageFormat, packageDownload } from './course-package.js';

/** Exports published courses as packages for learning systems. */
@Injectable()
export class CourseExport {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws NotFound, CourseUnpublished, NothingToExport */
  async package(id: string, format: PackageFormat): Promise<StreamableFile> {
    const course = await this.database.inTenant((tx) => tx.findOne(Course, { id }));
    if (course === null) throw new NotFound('course');
    const { title, summary = null, content = null, quiz, passMark, status } = course;
    if (status !== 'published') throw new CourseUnpublished(status);
    if (content === null && quiz.length === 0) throw new NothingToExport();
    const iri = `${this.config.publicUrl}/courses/${ids.show('crs', id)}`;
    return packageDownload({ iri, title, summary, content: content ?? '', quiz, passMark }, format);
  }
}
