import { Course } from './courses/course.entity.js';

export const catalogEntities = [Course];
