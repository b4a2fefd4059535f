import { defineEntity, p } from '@mikro-orm/core';

/**
 * What a model judges of a topic that no course answers: which of the closest courses is right. It is only suggested: a
 * person decides.
 */
const TopicJudgementSchema = defineEntity({
  name: 'TopicJudgement',
  tableName: 'topic_judgement',
  properties: {
    tenantId: p.uuid().primary(),
    topicKey: p.string().primary(),
    /** A spelling of the topic. */
    topic: p.string(),
    /** Null: it waits for no answer. */
    waitingSince: p.datetime().nullable(),
    /** Answers that could not be used. */
    attempts: p.smallint().default(0),
    /** The library's version at which the question was last compared with the one that was asked. */
    libraryVersion: p.integer().nullable(),
    /** Identifies the courses among which the model chose; null: it was never asked. */
    asked: p.string().nullable(),
    /** Null: none of them is right, or the model gave no usable answer. */
    courseId: p.uuid().nullable(),
    reason: p.string().nullable(),
    judgedAt: p.datetime().nullable(),
  },
});

export class TopicJudgement extends TopicJudgementSchema.class {}
TopicJudgementSchema.setClass(TopicJudgement);
