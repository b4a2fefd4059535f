import { defineEntity, p } from '@mikro-orm/core';
import { TextArrayType, timestamps } from '#platform/database';
import type { Question } from './quiz.js';

export const COURSE_STATUSES = ['draft', 'published', 'archived'] as const;
export type CourseStatus = (typeof COURSE_STATUSES)[number];

/** A course of the tenant's library. Only published ones are recommended. */
const CourseSchema = defineEntity({
  name: 'Course',
  tableName: 'course',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    title: p.string(),
    topics: p.type(TextArrayType).$type<string[]>(),
    category: p.string().nullable(),
    summary: p.text().nullable(),
    content: p.text().nullable(),
    /** Empty: reading the content completes the course. */
    quiz: p.json().$type<readonly Question[]>().default('[]'),
    /** Percent of the questions. */
    passMark: p.smallint().default(80),
    /** Where the course is taken, if the engine does not show it. */
    launchUrl: p.text().nullable(),
    /** How long it takes; null: not known. */
    estimatedMinutes: p.smallint().nullable(),
    status: p.string().$type<CourseStatus>().default('draft'),
    /** When a document that it cites was changed; null: it is not due for review. */
    reviewDueSince: p.datetime().nullable(),
    version: p.integer().default(1),
    ...timestamps(),
  },
});

export class Course extends CourseSchema.class {}
CourseSchema.setClass(Course);
