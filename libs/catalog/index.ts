export { CatalogChanges } from './courses/catalog-changes.js';
export { CatalogModule } from './catalog.module.js';
export { CourseCreation } from './courses/course-creation.js';
export { Course } from './courses/course.entity.js';
export { catalogEntities } from './entities.js';
export type { TopicMatch, TopicMatcher } from './matching/topic-matcher.js';
export { TopicMatching } from './matching/topic-matching.js';
