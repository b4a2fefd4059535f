import { defineEntity, p } from '@mikro-orm/core';
import { timestamps } from '#platform/database';

export const SYNONYM_STATUSES = ['suggested', 'accepted', 'rejected'] as const;
export type SynonymStatus = (typeof SYNONYM_STATUSES)[number];

/** `learned`: suggested by what admins offered instead of what was recommended. */
export const SYNONYM_ORIGINS = ['entered', 'learned'] as const;
export type SynonymOrigin = (typeof SYNONYM_ORIGINS)[number];

/**
 * What a topic means to the tenant: a course, or what else the topic is called. Only accepted ones count in matching.
 */
const TopicSynonymSchema = defineEntity({
  name: 'TopicSynonym',
  tableName: 'topic_synonym',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    topic: p.string(),
    topicKey: p.string(),
    /** Null if it means another topic. */
    courseId: p.uuid().nullable(),
    /** The other topic; null if it means a course. */
    means: p.string().nullable(),
    status: p.string().$type<SynonymStatus>(),
    origin: p.string().$type<SynonymOrigin>(),
    /** How often a person offered this course for the topic although another, or none, was recommended. */
    corrections: p.integer().default(0),
    /** How many of them there were when it was rejected. */
    rejectedCorrections: p.integer().default(0),
    version: p.integer().default(1),
    ...timestamps(),
  },
});

export class TopicSynonym extends TopicSynonymSchema.class {}
TopicSynonymSchema.setClass(TopicSynonym);
