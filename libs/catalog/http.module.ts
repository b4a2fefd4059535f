import { Module } from '@nestjs/common';
import { CatalogModule } from './catalog.module.js';
import { CourseEditor } from './courses/course-editor.js';
import { CourseLifecycle } from './courses/course-lifecycle.js';
import { CourseReview } from './courses/course-review.js';
import { CourseReader } from './courses/course-reader.js';
import { CoursesController } from './courses/courses.controller.js';
import { CourseExport } from './packages/course-export.js';
import { CourseExportController } from './packages/course-export.controller.js';
import { CourseImport } from './packages/import/course-import.js';
import { CourseImportController } from './packages/import/course-import.controller.js';
import { SynonymEditor } from './topics/synonyms/synonym-editor.js';
import { SynonymReader } from './topics/synonyms/synonym-reader.js';
import { SynonymsController } from './topics/synonyms/synonyms.controller.js';
import { TopicLookup } from './topics/topic-lookup.js';
import { TopicsController } from './topics/topics.controller.js';

@Module({
  imports: [CatalogModule],
  controllers: [
    CoursesController,
    CourseExportController,
    CourseImportController,
    TopicsController,
    SynonymsController,
  ],
  providers: [
    CourseEditor,
    CourseLifecycle,
    CourseReader,
    CourseReview,
    CourseExport,
    CourseImport,
    TopicLookup,
    SynonymEditor,
    SynonymReader,
  ],
})
export class CatalogHttpModule {}
