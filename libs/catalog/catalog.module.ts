import { Module } from '@nestjs/common';
import { CatalogChanges } from './courses/catalog-changes.js';
import { TopicMatching } from './matching/topic-matching.js';

@Module({ providers: [CatalogChanges, TopicMatching], exports: [CatalogChanges, TopicMatching] })
export class CatalogModule {}
