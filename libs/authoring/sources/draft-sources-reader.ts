import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { NotFound } from '#platform/errors';
import { citePassages } from '../documents/cite-passages.js';
import { foundPassage } from '../documents/document.view.js';
import { findPassages } from '../documents/find-passages.js';
import type { Claim, DraftContent, PassageSource } from '../drafts/draft-content.js';
import { Draft } from '../drafts/draft.entity.js';
import type { DraftSources, NeededSource, OutdatedSource } from './draft-sources.view.js';

/** Claims that are compared with the documents in one call, and the share of its words that a passage has at least. */
const MOST_NEEDED = 40;
const LEAST_SHARE = 0.5;

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
      const unsourced = claims.filter(({ source }) => source === null).slice(0, MOST_NEEDED);
      const found = await findPassages(
        tx,
        unsourced.map(({ text }) => text),
        { limit: 1, leastShare: LEAST_SHARE },
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

function claimsOf({ lessons }: DraftContent): LessonClaim[] {
  return lessons.flatMap(({ id, claims }) => claims.map((claim) => ({ lessonId: id, ...claim })));
}

function isPassage(source: Claim['source']): source is PassageSource {
  return source !== null && typeof source !== 'string';
}
