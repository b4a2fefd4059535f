import { defineEntity, p } from '@mikro-orm/core';
import type { NeedStatus, RecommendationKind } from './need.js';

/**
 * A training need. Recording and resolution write the table in sets, with SQL; the entity is for locks and simple
 * updates. It has no `quiet_until`, which may be `infinity`: a Date cannot represent that, and a flush would write
 * NaN.
 */
const NeedSchema = defineEntity({
  name: 'Need',
  tableName: 'need',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    dedupeKey: p.string(),
    status: p.string().$type<NeedStatus>().default('open'),
    closedAt: p.datetime().nullable(),
    /** Of the latest signal. */
    type: p.string(),
    /** The types of earlier signals; null: all had the latest one. */
    earlierTypes: p.array().nullable(),
    topic: p.string().nullable(),
    category: p.string().nullable(),
    severity: p.smallint(),
    audienceKind: p.string().$type<'worker' | 'cohort'>(),
    externalWorkerId: p.string().nullable(),
    email: p.string().nullable(),
    learnerId: p.string().nullable(),
    site: p.string().nullable(),
    siteKey: p.string().nullable(),
    workerId: p.uuid().nullable(),
    workerSiteId: p.uuid().nullable(),
    people: p.integer().default(0),
    recommendation: p.string().$type<RecommendationKind>().default('pending'),
    courseId: p.uuid().nullable(),
    score: p.float().nullable(),
    evidence: p.json<readonly string[]>().nullable(),
    /** The closest course, where none is recommended. */
    suggestedCourseId: p.uuid().nullable(),
    suggestedScore: p.float().nullable(),
    suggestedEvidence: p.json<readonly string[]>().nullable(),
    /** The suggested course that a person rejected. */
    rejectedCourseId: p.uuid().nullable(),
    offeredCourseId: p.uuid().nullable(),
    /** The draft that it is or was sent to, and the status of the draft when it was sent or taken back. */
    draftId: p.uuid().nullable(),
    draftStatus: p.string().nullable(),
    /** When the plan's limit resets that its draft waits for. */
    draftBlockedUntil: p.datetime().nullable(),
    /** When it is due; the end of `dueOn` if that is set. */
    dueAt: p.datetime().nullable(),
    dueOn: p.date().nullable(),
    signalCount: p.integer().default(1),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime(),
    /** Not null: unresolved since this time, or to be retried at it. */
    unresolvedSince: p.datetime().nullable(),
    resolvedAt: p.datetime().nullable(),
    resolutionAttempts: p.smallint().default(0),
    resolutionError: p.string().nullable(),
    resolutionFailedAt: p.datetime().nullable(),
    /** Not null: the last attempt failed, and it is not retried automatically. */
    setAsideAt: p.datetime().nullable(),
    reopenedAs: p.uuid().nullable(),
    /** What identifies the condition that the latest signal reported. */
    content: p.string().nullable(),
    /** What the needs of its gap have in common; null: its worker or its topic is not known. */
    gapKey: p.string().nullable(),
    /** The need that leads its gap; null: this one does. */
    follows: p.uuid().nullable(),
    leadSeverity: p.smallint().nullable(),
    /** A person has taken it out of its gap. */
    apart: p.boolean().default(false),
    /** The completed need whose condition its source has reported again. */
    answeredAs: p.uuid().nullable(),
    snoozedUntil: p.datetime().nullable(),
    /** The day at whose beginning it wakes, or its key opens needs again; null: a time was given. */
    untilOn: p.date().nullable(),
    snoozedSeverity: p.smallint().nullable(),
    version: p.integer().default(1),
  },
});

export class Need extends NeedSchema.class {}
NeedSchema.setClass(Need);
