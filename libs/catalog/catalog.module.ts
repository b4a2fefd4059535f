import { Module } from '@nestjs/common';
import { CatalogChanges } from './courses/catalog-changes.js';
import { CourseChanges } from './courses/course-changes.js';
import { CourseCreation } from './courses/course-creation.js';
import { TopicMatching } from './matching/topic-matching.js';
import { Meanings } from './meanings/meanings.js';

@Module({
  providers: [CatalogChanges, CourseChanges, CourseCreation, Meanings, TopicMatching],
  exports: [CatalogChanges, CourseChanges, CourseCreation, Meanings, TopicMatching],
})
export class CatalogModule {}
