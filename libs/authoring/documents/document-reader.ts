import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from '@mikro-orm/postgresql';
import { Database, RequestScope, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, demandVersion, pageOf } from '#platform/http';
import { literally, nameKeyOf } from '#platform/text';
import { audit } from '#tenancy';
import { lockCiting, outdate } from './citations.js';
import type { DocumentsQuery, PassagesQuery, SearchQuery } from './document.dto.js';
import { Document } from './document.entity.js';
import {
  type DocumentPage,
  type DocumentView,
  type FoundPassages,
  type PassagePage,
  documentView,
  foundPassage,
} from './document.view.js';
import { findPassages } from './find-passages.js';
import { Passage } from './passage.entity.js';

/** Reads and removes the tenant's documents. */
@Injectable()
export class DocumentReader {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /** Newest first. */
  list({ cursor, limit, q }: DocumentsQuery): Promise<DocumentPage> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    return this.database.inTenant(async (tx) => {
      const documents = await tx.find(
        Document,
        {
          ...(before === null ? {} : { id: { $lt: before } }),
          ...(q === undefined ? {} : { titleKey: { $like: `%${literally(nameKeyOf(q))}%` } }),
        },
        { orderBy: { id: 'desc' }, limit: limit + 1 },
      );
      return pageOf(documents, limit, documentView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<DocumentView> {
    return this.database.inTenant(async (tx) => {
      const document = await tx.findOne(Document, { id });
      if (document === null) throw new NotFound('document');
      return documentView(document);
    });
  }

  /** The passages of the current version, in their order. @throws NotFound */
  passages(id: string, { cursor, limit, q }: PassagesQuery): Promise<PassagePage> {
    const [after] = decodeCursor(cursor, ['integer']) ?? [0];
    return this.database.inTenant(async (tx) => {
      const document = await tx.findOne(Document, { id });
      if (document === null) throw new NotFound('document');
      const contains = q === undefined ? {} : { [sql`words @@ plainto_tsquery('english', ${q})`]: true };
      const { revision, title } = document;
      const passages = await tx.find(
        Passage,
        { documentId: id, revision, position: { $gt: after }, ...contains },
        { orderBy: { position: 'asc' }, limit: limit + 1 },
      );
      return pageOf(
        passages,
        limit,
        (passage) => ({
          id: ids.show('psg', passage.id),
          documentId: ids.show('doc', id),
          title,
          position: passage.position,
          section: passage.section,
          text: passage.text,
        }),
        ({ position }) => [position],
      );
    });
  }

  /** In the current versions of all documents. */
  search({ q, limit }: SearchQuery): Promise<FoundPassages> {
    return this.database.inTenant(async (tx) => {
      const [found = []] = await findPassages(tx, [q], { limit });
      return { items: found.map(foundPassage) };
    });
  }

  /** Removes a document with all its versions. @throws NotFound, Stale */
  remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockCiting(tx, id);
      const document = await tx.findOne(Document, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (document === null) throw new NotFound('document');
      const { title, version, revision } = document;
      demandVersion(ifMatch, revision);
      await outdate(tx, id, revision);
      await tx.nativeDelete(Passage, { documentId: id });
      await tx.nativeDelete(Document, { id });
      audit(tx, { actor, action: 'document.deleted', subject: { kind: 'document', id }, before: { title, version } });
    });
  }
}
