import { shownScore } from '#catalog';
import { type Transaction, ids } from '#platform/database';
import { ResolveNeeds } from '#signals';
import { auditFor } from '#tenancy';
import type { NeedOfTenant } from '../gaps/regroup.js';
import type { NeedStatus, RecommendationKind } from '../need.js';
import type { NeedResolution } from './resolve-need.js';

/** The actor of resolutions in the audit log. */
export const RESOLVER = `job:${ResolveNeeds.queue}`;

interface StoredRecommendation {
  readonly recommendation: RecommendationKind;
  readonly courseId: string | null;
  readonly score: number | null;
  readonly evidence: readonly string[] | null;
}

/** A need before its resolution was stored. */
export interface NeedBefore extends StoredRecommendation, NeedOfTenant {
  readonly status: NeedStatus;
}

/**
 * Writes an audit entry, which the need's history shows, for every recommendation that replaces a different one. The
 * entry has the evidence of both. A need's first recommendation gets no entry: the need itself shows it.
 */
export function auditChanges(
  tx: Transaction,
  stored: readonly NeedBefore[],
  resolutions: readonly NeedResolution[],
): void {
  const after = new Map(resolutions.map((resolution) => [resolution.id, resolution]));
  for (const before of stored) {
    const now = after.get(before.id);
    const isUndecided = before.status === 'open' || before.status === 'snoozed';
    if (now === undefined || !isUndecided || before.recommendation === 'pending') continue;
    if (before.recommendation === now.recommendation && before.courseId === now.courseId) continue;
    auditFor(tx, before.tenantId, {
      actor: RESOLVER,
      action: 'need.rematched',
      subject: { kind: 'need', id: before.id },
      before: shown(before),
      after: shown(now),
    });
  }
}

function shown({ recommendation, courseId, score, evidence }: StoredRecommendation): object {
  return {
    recommendation,
    courseId: courseId === null ? null : ids.show('crs', courseId),
    score: score === null ? null : shownScore(score),
    evidence: evidence ?? [],
  };
}
