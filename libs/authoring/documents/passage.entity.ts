import { defineEntity, p } from '@mikro-orm/core';

/** A part of a document, under its section headings. Those of earlier revisions stay for the drafts that cite them. */
const PassageSchema = defineEntity({
  name: 'Passage',
  tableName: 'passage',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    documentId: p.uuid(),
    revision: p.integer(),
    /** In the order of the document, from 1. */
    position: p.integer(),
    /** Headings from the outermost, separated by ` › `; empty before the first one. */
    section: p.string(),
    text: p.text(),
  },
});

export class Passage extends PassageSchema.class {}
PassageSchema.setClass(Passage);
