import { defineEntity, p } from '@mikro-orm/core';

/** A worker's answers to the quiz of an assigned course, with the result. */
const QuizAttemptSchema = defineEntity({
  name: 'QuizAttempt',
  tableName: 'quiz_attempt',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    assignmentId: p.uuid(),
    /** The version of the course whose quiz was answered. */
    courseVersion: p.integer(),
    /** What was read and answered ({@link readVersion}); null: an attempt of an earlier release. */
    readVersion: p.bigint('number').nullable(),
    /** The index of the chosen option of each question, from 0. */
    answers: p.json().$type<readonly number[]>(),
    correct: p.smallint(),
    questions: p.smallint(),
    passed: p.boolean(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

export class QuizAttempt extends QuizAttemptSchema.class {}
QuizAttemptSchema.setClass(QuizAttempt);
