import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { topicIdentity } from '#catalog';
import { reachOfDrafts } from '#needs';
import {
  Database,
  type SqlFragment,
  type TenantTransaction,
  ids,
  isoTime,
  joinSql,
  sqlArray,
} from '#platform/database';
import { NotFound } from '#platform/errors';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import { containing } from '#platform/text';
import { AuthoringEntry } from '../metering/authoring-entry.entity.js';
import { type SavedContent, contentDiff } from './content-diff.js';
import { Draft, type WriterKind } from './draft.entity.js';
import { DraftStep } from './draft-step.entity.js';
import type { DraftStatus } from './draft.transitions.js';
import { DraftVersion } from './draft-version.entity.js';
import { type DraftPage, type DraftSummary, type UncheckedDraft, type Reach, draftView } from './draft.view.js';
import { type VersionPage, type VersionView, contentView } from './version.view.js';

/** Filters of the list. */
interface DraftFilters extends PageQuery {
  readonly status?: readonly DraftStatus[];
  readonly topic?: string;
  readonly reviewDue?: 'true' | 'false';
  readonly q?: string;
}

/** A draft without its content, which may be large. */
interface DraftRow {
  readonly id: string;
  readonly status: DraftStatus;
  readonly topic: string;
  readonly category: string | null;
  readonly title: string;
  readonly writtenBy: WriterKind;
  readonly model: string | null;
  readonly startedBy: string;
  readonly startedByKind: 'person' | 'auto';
  readonly error: string | null;
  readonly rejection: string | null;
  readonly reviewDueSince: string | null;
  readonly courseId: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const NOBODY: Reach = { needs: 0, people: 0 };

/** Reads drafts and their versions. */
@Injectable()
export class DraftReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(query: DraftFilters): Promise<DraftPage> {
    return this.database.inTenant(async (tx) => {
      const rows = await tx.execute<DraftRow[]>(sql`
        select id, status, topic, category, content ->> 'title' as title, written_by as "writtenBy", model,
          started_by as "startedBy", started_by_kind as "startedByKind", error, rejection,
          review_due_since as "reviewDueSince", course_id as "courseId", version, created_at as "createdAt",
          updated_at as "updatedAt"
        from draft where ${joinSql(conditionsOf(tx.tenantId, query), ' and ')}
        order by id desc limit ${query.limit + 1}`);
      const reach = await reachOfDrafts(
        tx,
        rows.map(({ id }) => id),
      );
      return pageOf(
        rows,
        query.limit,
        (row) => summaryOf(row, reach.get(row.id) ?? NOBODY),
        ({ id }) => [id],
      );
    });
  }

  /** @throws NotFound */
  read<View>(id: string, show: (tx: TenantTransaction, draft: Draft) => Promise<View>): Promise<View> {
    return this.database.inTenant(async (tx) => show(tx, await findDraft(tx, id)));
  }

  /** Newest first. @throws NotFound */
  versions(id: string, { cursor, limit }: PageQuery): Promise<VersionPage> {
    const [before] = decodeCursor(cursor, ['integer']) ?? [null];
    return this.database.inTenant(async (tx) => {
      await findDraft(tx, id);
      const versions = await tx.find(
        DraftVersion,
        { draftId: id, ...(before === null ? {} : { version: { $lt: before } }) },
        {
          fields: ['version', 'actor', 'changed', 'createdAt'],
          orderBy: { version: 'desc' },
          limit: limit + 1,
        },
      );
      return pageOf(versions, limit, versionSummary, ({ version }) => [version]);
    });
  }

  /** @throws NotFound */
  version(id: string, version: number): Promise<VersionView> {
    return this.database.inTenant(async (tx) => {
      const found = await tx.findOne(DraftVersion, { draftId: id, version });
      if (found === null) throw new NotFound('version of this draft');
      const before = await tx.findOne(
        DraftVersion,
        { draftId: id, version: { $lt: version } },
        { orderBy: { version: 'desc' } },
      );
      const changes = contentDiff(before === null ? null : savedContent(before), savedContent(found)).map(
        ({ lines, ...change }) => ({
          ...change,
          lines: [...lines],
        }),
      );
      return { ...versionSummary(found), changes, category: found.category ?? null, ...contentView(found) };
    });
  }
}

/** A draft of the transaction, as the API shows it. */
export async function showDraft(tx: TenantTransaction, draft: Draft): Promise<UncheckedDraft> {
  await tx.flush();
  const reach = (await reachOfDrafts(tx, [draft.id])).get(draft.id) ?? NOBODY;
  const steps = await tx.find(DraftStep, { draftId: draft.id }, { orderBy: { position: 'asc' } });
  const isCharged = (await tx.count(AuthoringEntry, { draftId: draft.id, kind: 'settled' })) > 0;
  return draftView(draft, reach, steps, isCharged);
}

async function findDraft(tx: TenantTransaction, id: string): Promise<Draft> {
  const draft = await tx.findOne(Draft, { id });
  if (draft === null) throw new NotFound('draft');
  return draft;
}

function conditionsOf(tenantId: string, { cursor, status, topic, reviewDue, q }: DraftFilters): SqlFragment[] {
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  const conditions = [sql`tenant_id = ${tenantId}`];
  if (before !== null) conditions.push(sql`id < ${before}::uuid`);
  if (status !== undefined) conditions.push(sql`status = any (${sqlArray(status)}::text[])`);
  if (topic !== undefined) conditions.push(sql`topic_key = ${topicIdentity(topic)}`);
  if (reviewDue === 'true') conditions.push(sql`review_due_since is not null`);
  if (reviewDue === 'false') conditions.push(sql`review_due_since is null`);
  if (q !== undefined)
    conditions.push(sql`(topic ilike ${containing(q)} or content ->> 'title' ilike ${containing(q)})`);
  return conditions;
}

function summaryOf(row: DraftRow, { needs, people }: Reach): DraftSummary {
  const { id, writtenBy, model, startedBy, startedByKind, reviewDueSince, courseId, createdAt, updatedAt, ...fields } =
    row;
  return {
    ...fields,
    id: ids.show('drf', id),
    writtenBy: { kind: writtenBy, model },
    startedBy: { kind: startedByKind, name: startedBy },
    needs,
    people,
    reviewDueSince: reviewDueSince === null ? null : isoTime(reviewDueSince),
    courseId: courseId === null ? null : ids.show('crs', courseId),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}

function savedContent({ content, category = null }: DraftVersion): SavedContent {
  return { ...content, category };
}

function versionSummary({
  version,
  actor,
  changed,
  createdAt,
}: Pick<DraftVersion, 'version' | 'actor' | 'changed' | 'createdAt'>): VersionPage['items'][number] {
  return { version, actor, changed: [...changed], createdAt: createdAt.toISOString() };
}
