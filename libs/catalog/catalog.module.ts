import { Module } from '@nestjs/common';
import { CatalogChanges } from './courses/catalog-changes.js';
import { CourseCreation } from './courses/course-creation.js';
import { TopicMatching } from './matching/topic-matching.js';

@Module({ providers: [CatalogChanges, CourseCreation, TopicMatching], exports: [CatalogChanges, CourseCreation, TopicMatching] })
export class CatalogModule {}
