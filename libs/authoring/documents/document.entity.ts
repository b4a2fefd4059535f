import { defineEntity, p } from '@mikro-orm/core';
import { timestamps } from '#platform/database';

export const MEDIA_TYPES = [
  'text/markdown',
  'text/plain',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** A procedure or policy of the tenant, of which drafts cite passages. */
const DocumentSchema = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    title: p.string(),
    /** The title in lower case: a document with the same title is a new version of it. */
    titleKey: p.string(),
    /** As the company names it. */
    version: p.string(),
    /** Counts the versions that were uploaded. */
    revision: p.integer().default(1),
    mediaType: p.string().$type<MediaType>(),
    bytes: p.integer(),
    /** SHA-256 of the file, in hexadecimal. */
    digest: p.string(),
    passages: p.integer(),
    /** Pages of a PDF, from 1. */
    pagesWithoutText: p.json().$type<readonly number[]>().default('[]'),
    /** An actor. */
    uploadedBy: p.string(),
    ...timestamps(),
  },
});

export class Document extends DocumentSchema.class {}
DocumentSchema.setClass(Document);
