import { ids } from '#platform/database';
import type { Document } from './document.entity.js';
import type { PassageRow } from './find-passages.js';

export class DocumentView {
  /** Identifier with the prefix `doc_`. */
  id: string;
  /** Title under which claims cite the document. */
  title: string;
  /** As the company names it. */
  version: string;
  /** How many versions were uploaded, this one included. */
  revision: number;
  /** Media type of the uploaded file: `application/pdf`, `text/markdown`, … */
  mediaType: string;
  /** Size of the uploaded file, in bytes. */
  bytes: number;
  /** Parts that can be cited. */
  passages: number;
  /** The pages of a PDF on which no text was found, such as scanned ones, from 1: nothing on them is cited. */
  pagesWithoutText: number[];
  /** Who uploaded it: `user:<e-mail>` or `token:<name>`. */
  uploadedBy: string;
  createdAt: string;
  updatedAt: string;
}

export class DocumentPage {
  items: DocumentView[];
  nextCursor: string | null;
}

export class PassageView {
  /** Identifier with the prefix `psg_`. */
  id: string;
  /** Document of the passage: `doc_…`. */
  documentId: string;
  /** The document's. */
  title: string;
  /** In the order of the document, from 1. */
  position: number;
  /** Headings from the outermost, separated by ` › `; empty before the first one. */
  section: string;
  /** Text of the passage. */
  text: string;
}

export class PassagePage {
  items: PassageView[];
  nextCursor: string | null;
}

export class FoundPassage {
  /** Document of the passage: `doc_…`. */
  documentId: string;
  /** The passage: `psg_…`. A claim cites it with `documentId`. */
  passageId: string;
  /** The document's. */
  title: string;
  /** Version of the document, as it was given with the upload. */
  version: string;
  /** Headings above the passage. */
  section: string;
  /** Text of the passage. */
  text: string;
}

/** The best ones first. */
export class FoundPassages {
  items: FoundPassage[];
}

export function documentView(document: Document): DocumentView {
  const { title, version, revision, mediaType, bytes, passages, pagesWithoutText, uploadedBy } = document;
  return {
    id: ids.show('doc', document.id),
    title,
    version,
    revision,
    mediaType,
    bytes,
    passages,
    pagesWithoutText: [...pagesWithoutText],
    uploadedBy,
    createdAt: document.createdAt.toISOString(),
    updatedAt: document.updatedAt.toISOString(),
  };
}

export function foundPassage({ id, documentId, title, version, section, text }: PassageRow): FoundPassage {
  return { documentId: ids.show('doc', documentId), passageId: ids.show('psg', id), title, version, section, text };
}
