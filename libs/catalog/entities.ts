import { Course } from './courses/course.entity.js';
import { TopicSynonym } from './topics/synonyms/topic-synonym.entity.js';

export const catalogEntities = [Course, TopicSynonym];
