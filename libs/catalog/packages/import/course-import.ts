import { Injectable } from '@nestjs/common';
import { validateSync } from 'class-validator';
import { Database, RequestScope } from '#platform/database';
import { Invalid } from '#platform/errors';
import { type UploadBody, UploadTurns, readUpload } from '#platform/http';
import { firstCharacters } from '#platform/text';
import { audit } from '#tenancy';
import { CourseCreation } from '../../courses/course-creation.js';
import { type CourseView, courseView } from '../../courses/course.view.js';
import { MAX_SUMMARY_LENGTH, MAX_TITLE_LENGTH } from '../../courses/text-limits.js';
import { CourseImportForm } from './course-import.dto.js';
import { decodeXml } from './decode-xml.js';
import { manifestOf } from './manifest-file.js';
import { UnreadablePackage } from './package-refused.js';
import { type PackagedFacts, readManifest } from './packaged-facts.js';

/** Packages of all tenants that one process reads at a time. */
const READ_AT_ONCE = 2;

/** Adds courses that other systems have packaged to the library. Their material stays where it is. */
@Injectable()
export class CourseImport {
  private readonly turns = new UploadTurns('imports of packages', READ_AT_ONCE);

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly creation: CourseCreation,
  ) {}

  /** The course begins as a draft. @throws Problem, Invalid, UnreadablePackage, TooManyRequests */
  import(body: UploadBody): Promise<CourseView> {
    const { tenant, call } = this.scope;
    return this.turns.run(
      tenant.tenantId,
      () => readUpload(body, CourseImportForm),
      async ({ fields, file }) => this.add(fields, await readManifest(decodeXml(await manifestOf(file.bytes)))),
      call?.waitBudget,
    );
  }

  private add(form: CourseImportForm, facts: PackagedFacts): Promise<CourseView> {
    const { actor } = this.scope.tenant;
    const title = form.title ?? start(facts.title, MAX_TITLE_LENGTH);
    if (title === undefined) throw new Invalid([{ field: 'title', message: 'must be sent: the manifest has none' }]);
    return this.database.inTenant(async (tx) => {
      const [course] = await this.creation.createCourses(tx, [
        {
          title,
          topics: [],
          category: form.category ?? null,
          summary: start(facts.summary, MAX_SUMMARY_LENGTH) ?? null,
          estimatedMinutes: facts.minutes,
          launchUrl: form.launchUrl ?? launchUrlOf(facts),
        },
      ]);
      if (course === undefined) throw new Error('no course was created');
      const { id, launchUrl, estimatedMinutes } = course;
      audit(tx, {
        actor,
        action: 'course.imported',
        subject: { kind: 'course', id },
        after: { title, format: facts.format, launchUrl, estimatedMinutes, status: course.status },
      });
      return courseView(course);
    });
  }
}

/** By the rules of the field: the address of a manifest is not better than one that a person sends. */
function launchUrlOf({ launchUrl }: PackagedFacts): string | null {
  const errors = validateSync(Object.assign(new CourseImportForm(), { launchUrl }));
  if (errors.length > 0)
    throw new UnreadablePackage(
      'must name a launch address of at most 2,000 characters, without a user and a password',
    );
  return launchUrl;
}

function start(text: string | null, most: number): string | undefined {
  return text === null ? undefined : firstCharacters(text, most).trim();
}
