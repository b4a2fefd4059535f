import { ids } from '#platform/database';
import type { Document } from './document.entity.js';
import type { PassageRow } from './find-passages.js';

export class DocumentView {
  id: string;
  title: string;
  /** As the company names it. */
  version: string;
  /** How many versions were uploaded, this one included. */
  revision: number;
  mediaType: string;
  bytes: number;
  /** Parts that can be cited. */
  passages: number;
  uploadedBy: string;
  createdAt: string;
  updatedAt: string;
}

export class DocumentPage {
  items: DocumentView[];
  nextCursor: string | null;
}

export class PassageView {
  id: string;
  /** In the order of the document, from 1. */
  position: number;
  /** Headings from the outermost, separated by ` › `; empty before the first one. */
  section: string;
  text: string;
}

export class PassagePage {
  items: PassageView[];
  nextCursor: string | null;
}

export class FoundPassage {
  documentId: string;
  passageId: string;
  /** The document's. */
  title: string;
  version: string;
  section: string;
  text: string;
}

/** The best ones first. */
export class FoundPassages {
  items: FoundPassage[];
}

export function documentView(document: Document): DocumentView {
  const { title, version, revision, mediaType, bytes, passages, uploadedBy } = document;
  return {
    id: ids.show('doc', document.id),
    title,
    version,
    revision,
    mediaType,
    bytes,
    passages,
    uploadedBy,
    createdAt: document.createdAt.toISOString(),
    updatedAt: document.updatedAt.toISOString(),
  };
}

export function foundPassage({ id, documentId, title, version, section, text }: PassageRow): FoundPassage {
  return { documentId: ids.show('doc', documentId), passageId: ids.show('psg', id), title, version, section, text };
}
