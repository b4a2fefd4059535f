import { Module } from '@nestjs/common';
import { CatalogModule } from './catalog.module.js';
import { CourseEditor } from './courses/course-editor.js';
import { CourseLifecycle } from './courses/course-lifecycle.js';
import { CourseReader } from './courses/course-reader.js';
import { CoursesController } from './courses/courses.controller.js';
import { TopicLookup } from './topics/topic-lookup.js';
import { TopicsController } from './topics/topics.controller.js';

@Module({
  imports: [CatalogModule],
  controllers: [CoursesController, TopicsController],
  providers: [CourseEditor, CourseLifecycle, CourseReader, TopicLookup],
})
export class CatalogHttpModule {}
