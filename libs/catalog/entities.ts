import { CatalogVersion } from './courses/catalog-version.entity.js';
import { Course } from './courses/course.entity.js';
import { TopicJudgement } from './judgements/topic-judgement.entity.js';
import { TopicSynonym } from './topics/synonyms/topic-synonym.entity.js';

export const catalogEntities = [CatalogVersion, Course, TopicJudgement, TopicSynonym];
