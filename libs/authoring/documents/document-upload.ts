import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids, lockInTenant, sqlArray } from '#platform/database';
import { type ReadUpload, type UploadBody, UploadTurns, readUpload } from '#platform/http';
import { nameKeyOf } from '#platform/text';
import { audit } from '#tenancy';
import { lockCiting, outdate } from './citations.js';
import { DocumentForm } from './document.dto.js';
import { Document, MEDIA_TYPES, type MediaType } from './document.entity.js';
import { TooManyDocuments, TooManyPassages, UnreadableDocument, VersionExists } from './document.errors.js';
import { type DocumentView, documentView } from './document.view.js';
import { type ParsedDocument, parseDocument } from './parsing/parse-document.js';
import type { NewPassage } from './parsing/split-passages.js';

const MAX_DOCUMENTS = 500;
/** Passages of all documents of a tenant: a search reads each of them. */
const MAX_PASSAGES = 50_000;
/** Files of all tenants that one process reads at a time. */
const READ_AT_ONCE = 3;

/** For clients that do not declare the type of a file. */
const TYPES_BY_NAME: ReadonlyArray<readonly [RegExp, MediaType]> = [
  [/\.(?:md|markdown)$/i, 'text/markdown'],
  [/\.txt$/i, 'text/plain'],
  [/\.pdf$/i, 'application/pdf'],
  [/\.docx$/i, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
];

interface ReadDocument extends ParsedDocument {
  readonly title: string;
  readonly version: string | null;
  readonly mediaType: MediaType;
  readonly bytes: Buffer;
  readonly digest: string;
}

/** Takes documents in: the first version, or the next one of a document with the same title. */
@Injectable()
export class DocumentUpload {
  private readonly turns = new UploadTurns('uploads of documents', READ_AT_ONCE);

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /**
   * The same content again changes nothing.
   * @throws Invalid, UnreadableDocument, VersionExists, TooManyDocuments, TooManyPassages, TooManyRequests
   */
  upload(body: UploadBody): Promise<DocumentView> {
    const { tenant, call } = this.scope;
    return this.turns.run(
      tenant.tenantId,
      () => readUpload(body, DocumentForm),
      async (upload) => {
        const read = await readDocument(upload);
        return this.database.inTenant(async (tx) => documentView(await this.store(tx, read)));
      },
      call?.waitBudget,
    );
  }

  private async store(tx: TenantTransaction, upload: ReadDocument): Promise<Document> {
    const titleKey = nameKeyOf(upload.title);
    await lockInTenant(tx, 'documents');
    const earlierId = await documentTitled(tx, upload.title, titleKey);
    if (earlierId !== null) await lockCiting(tx, earlierId);
    const known =
      earlierId === null
        ? null
        : await tx.findOne(Document, { id: earlierId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (known?.digest === upload.digest && (upload.version ?? known.version) === known.version) return known;
    if (known !== null && known.version === upload.version) throw new VersionExists(known.version);
    if (known === null && (await tx.count(Document, {})) >= MAX_DOCUMENTS) throw new TooManyDocuments(MAX_DOCUMENTS);
    if ((await passagesOfOthers(tx, earlierId)) + upload.passages.length > MAX_PASSAGES)
      throw new TooManyPassages(MAX_PASSAGES);
    const document = this.revise(tx, known, titleKey, upload);
    await tx.flush();
    if (known !== null) await outdate(tx, document.id, document.revision);
    await insertPassages(tx, document, upload.passages);
    return document;
  }

  private revise(tx: TenantTransaction, known: Document | null, titleKey: string, upload: ReadDocument): Document {
    const { actor } = this.scope.tenant;
    const { title, mediaType, digest, pagesWithoutText } = upload;
    const revision = (known?.revision ?? 0) + 1;
    const version = upload.version ?? nextLabel(known?.version, revision);
    const content = { title, titleKey, version, revision, mediaType, digest, pagesWithoutText, uploadedBy: actor };
    const sizes = { bytes: upload.bytes.length, passages: upload.passages.length };
    const now = new Date();
    const document =
      known === null
        ? tx.create(Document, {
            tenantId: tx.tenantId,
            id: ids.next(),
            ...content,
            ...sizes,
            createdAt: now,
            updatedAt: now,
          })
        : tx.assign(known, { ...content, ...sizes });
    const subject = { kind: 'document', id: document.id };
    audit(tx, { actor, action: 'document.uploaded', subject, after: { title, version, passages: sizes.passages } });
    return document;
  }
}

/** A document that an earlier release has stored may have the title in lower case as its key. @returns its id */
async function documentTitled(tx: TenantTransaction, title: string, titleKey: string): Promise<string | null> {
  const keys = [titleKey, title.toLowerCase()];
  const found = await tx.find(Document, { titleKey: { $in: keys } }, { disableIdentityMap: true });
  return (found.find((document) => document.titleKey === titleKey) ?? found[0])?.id ?? null;
}

/** @param id of a document; null: of all documents */
async function passagesOfOthers(tx: TenantTransaction, id: string | null): Promise<number> {
  const [row] = await tx.execute<Array<{ passages: number }>>(sql`
    select coalesce(sum(passages), 0)::integer as passages from document
    where tenant_id = ${tx.tenantId} and id is distinct from ${id}::uuid`);
  return row?.passages ?? 0;
}

/** The number of the upload, or the next number if the version before was called by that number or a larger one. */
function nextLabel(before: string | undefined, revision: number): string {
  const number = before !== undefined && /^\d{1,9}$/.test(before) ? Number(before) + 1 : 0;
  return String(Math.max(revision, number));
}

async function insertPassages(
  tx: TenantTransaction,
  { id: documentId, revision }: Document,
  passages: readonly NewPassage[],
): Promise<void> {
  const newIds = passages.map(() => ids.next());
  const sections = passages.map(({ section }) => section);
  const texts = passages.map(({ text }) => text);
  await tx.execute(sql`
    insert into passage (tenant_id, id, document_id, revision, position, section, text)
    select ${tx.tenantId}, id, ${documentId}, ${revision}, position, section, text
    from unnest(${sqlArray(newIds)}::uuid[], ${sqlArray(sections)}::text[], ${sqlArray(texts)}::text[])
      with ordinality as given (id, section, text, position)`);
}

/** @throws UnreadableDocument */
async function readDocument({ fields, file }: ReadUpload<DocumentForm>): Promise<ReadDocument> {
  const mediaType =
    MEDIA_TYPES.find((type) => type === file.mediaType) ?? TYPES_BY_NAME.find(([name]) => name.test(file.name))?.[1];
  if (mediaType === undefined) throw new UnreadableDocument('must be Markdown, text, PDF or Word (.docx)');
  const digest = createHash('sha256').update(file.bytes).digest('hex');
  const parsed = await parseDocument(file.bytes, mediaType);
  return { title: fields.title, version: fields.version ?? null, mediaType, bytes: file.bytes, digest, ...parsed };
}
