import { defineEntity, p } from '@mikro-orm/core';
import { TextArrayType, timestamps } from '#platform/database';
import type { FailureKind } from './failures.js';
import type { DraftContent } from './draft-content.js';
import type { DraftStatus } from './draft.transitions.js';

export const WRITERS = ['outline', 'model'] as const;
export type WriterKind = (typeof WRITERS)[number];

/** A course that no person has published yet. */
const DraftSchema = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    status: p.string().$type<DraftStatus>(),
    topic: p.string(),
    /** The identity of the topic: one draft of it is under way at a time. */
    topicKey: p.string(),
    category: p.string().nullable(),
    content: p.json<DraftContent>(),
    writtenBy: p.string().$type<WriterKind>(),
    model: p.string().nullable(),
    /** An actor. */
    startedBy: p.string(),
    startedByKind: p.string().$type<'person' | 'auto'>(),
    /** Actors who asked for, edited or submitted it, and may not approve it. */
    authors: p.type(TextArrayType).$type<string[]>(),
    /** The reservation: the first day of its month, and the estimated tokens. */
    month: p.date(),
    estimatedTokens: p.integer(),
    spentTokens: p.integer().default(0),
    /** Failed attempts at the next step, by what failed. */
    failures: p.json<Readonly<Partial<Record<FailureKind, number>>>>(),
    /** When a worker takes the next step; null: there is none. */
    nextAttemptAt: p.datetime().nullable(),
    /** Names the attempt that is running, so that a late result of an earlier one is not stored. */
    lease: p.uuid().nullable(),
    error: p.string().nullable(),
    rejection: p.string().nullable(),
    /** When a document that it cites was changed; null: it is not due for review. */
    reviewDueSince: p.datetime().nullable(),
    /** Who has ended it, as long as needs that waited for it are to be reopened; null: there are none. */
    endedBy: p.string().nullable(),
    courseId: p.uuid().nullable(),
    /** The operation on many needs that started it. */
    operationId: p.uuid().nullable(),
    version: p.integer().default(1),
    ...timestamps(),
  },
});

export class Draft extends DraftSchema.class {}
DraftSchema.setClass(Draft);
