import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { citePassages } from '../documents/cite-passages.js';
import { foundPassage } from '../documents/document.view.js';
import { findPassages } from '../documents/find-passages.js';
import type { Claim, DraftContent, PassageSource } from '../drafts/draft-content.js';
import { Draft } from '../drafts/draft.entity.js';
import type { DraftSources, NeededSource, OutdatedSource } from './draft-sources.view.js';

/** Claims that are compared with the documents in one call, and the share of its words that a passage has at least. */
const MAX_NEEDED = 40;
const MIN_SHARE = 0.5;
/** Pairs of a claim and a passage that are compared in one call: more take longer than a statement of a request may. */
const MAX_PAIRS = 300_000;

type LessonClaim = Claim & { readonly lessonId: string };

/** Compares the claims of drafts with the tenant's documents. */
@Injectable()
export class DraftSourcesReader {
  constructor(private readonly database: Database) {}

  /** @throws NotFound */
  read(id: string): Promise<DraftSources> {
    return this.database.inTenant(async (tx) => {
      const draft = await tx.findOne(Draft, { id });
      if (draft === null) throw new NotFound('draft');
      const claims = claimsOf(draft.content);
      const unsourced = claims.filter(({ source }) => source === null).slice(0, MAX_NEEDED);
      const found = await findPassages(
        tx,
        unsourced.slice(0, await mostCompared(tx)).map(({ text }) => text),
        { limit: 1, minShare: MIN_SHARE },
      );
      const needed = unsourced.map(({ lessonId, text }, index): NeededSource => {
        const best = found[index]?.[0];
        return { lessonId, claim: text, nearest: best === undefined ? null : foundPassage(best) };
      });
      const cited = claims.flatMap(({ lessonId, text, source }) =>
        isPassage(source) ? [{ lessonId, text, source }] : [],
      );
      const current = await citePassages(
        tx,
        cited.map(({ source }) => source),
      );
      const currentIds = new Set(current.map(({ passageId }) => passageId));
      const outdated = cited
        .filter(({ source }) => !currentIds.has(source.passageId))
        .map(({ lessonId, text, source }): OutdatedSource => ({ lessonId, claim: text, ...source }));
      return { needed, outdated };
    });
  }
}

/** How many claims are compared with the passages of the tenant: one at least. */
async function mostCompared(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.execute<Array<{ passages: number }>>(
    sql`select coalesce(sum(passages), 0)::integer as passages from document where tenant_id = ${tx.tenantId}`,
  );
  return Math.max(1, Math.floor(MAX_PAIRS / Math.max(1, row?.passages ?? 0)));
}

function claimsOf({ lessons }: DraftContent): LessonClaim[] {
  return lessons.flatMap(({ id, claims }) => claims.map((claim) => ({ lessonId: id, ...claim })));
}

function isPassage(source: Claim['source']): source is PassageSource {
  return source !== null && typeof source !== 'string';
}
