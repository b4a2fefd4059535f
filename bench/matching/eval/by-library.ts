import { type Acceptance, TopicPipeline, domainVocabulary } from '#catalog';
import type { Case } from './cases.js';
import { type Libraries, coursesOf, predictionOf } from './predict.js';
import { type Prediction, type Scores, scoreSets } from './score.js';

/** Limits that are tried: around those of the pipeline, and far from them. */
const SCORES = [0.42, 0.46, 0.5, 0.54, 0.58, 0.62];
const EXPLAINED = [0.22, 0.26, 0.3, 0.36, 0.44];
const LEADS = [0.02, 0.06, 0.1];
const LEADS_OF_MOST = [0.06, 0.1, 0.16, 1];
/** Limits that recommend more falsely than this do not suit a library. */
const MAX_FALSE_SHARE = 0.03;

type Predictions = ReadonlyMap<string, Prediction>;

/**
 * What the matcher says of each case with the limits that suit the other libraries best, and these limits by library.
 */
export async function predictByLibrary(
  cases: readonly Case[],
  libraries: Libraries,
): Promise<{ predictions: Predictions; limits: ReadonlyMap<string, Acceptance> }> {
  const tries = acceptances().map((acceptance) => ({ acceptance, predictions: new Map<string, Prediction>() }));
  for (const [library, of] of Map.groupBy(cases, (one) => one.library)) {
    const matcher = await TopicPipeline.prepare(coursesOf(libraries, library), domainVocabulary());
    for (const { acceptance, predictions } of tries)
      for (const one of of) predictions.set(one.id, predictionOf(matcher, one, acceptance));
  }
  const limits = new Map<string, Acceptance>();
  const predictions = new Map<string, Prediction>();
  for (const [library, held] of Map.groupBy(cases, (one) => one.library)) {
    const others = cases.filter((one) => one.library !== library);
    const best = tries.toSorted((one, other) => merit(others, other.predictions) - merit(others, one.predictions))[0];
    if (best === undefined) throw new Error('no limits are tried');
    limits.set(library, best.acceptance);
    for (const { id } of held) {
      const prediction = best.predictions.get(id);
      if (prediction !== undefined) predictions.set(id, prediction);
    }
  }
  return { predictions, limits };
}

/** A line for each library: its limits, and its scores with them. */
export function tunedTable(
  cases: readonly Case[],
  predictions: Predictions,
  limits: ReadonlyMap<string, Acceptance>,
): string {
  const lines = [...limits].map(([library, { score, explained, lead, leadOfMost }]) => {
    const scores = scoresOf(
      cases.filter((one) => one.library === library),
      predictions,
    );
    const figures = [scores?.F, scores?.false_rec, scores?.wrong_all, scores?.top5];
    return [
      library.padEnd(6),
      score,
      explained,
      lead,
      leadOfMost,
      ...figures.map((figure) => figure?.toFixed(3) ?? '-'),
    ].join('  ');
  });
  return ['library, score, explained, lead, lead of most; F, false_rec, wrong_all, top5', ...lines].join('\n');
}

function acceptances(): Acceptance[] {
  return SCORES.flatMap((score) =>
    EXPLAINED.filter((explained) => explained < score).flatMap((explained) =>
      LEADS.flatMap((lead) => LEADS_OF_MOST.map((leadOfMost) => ({ score, explained, lead, leadOfMost }))),
    ),
  );
}

function merit(cases: readonly Case[], predictions: Predictions): number {
  const scores = scoresOf(cases, predictions);
  if (scores === undefined) return 0;
  return (scores.F ?? 0) - Math.max(0, (scores.false_rec ?? 0) - MAX_FALSE_SHARE) * 10;
}

function scoresOf(cases: readonly Case[], predictions: Predictions): Scores | undefined {
  return scoreSets(cases, predictions).get('BCD');
}
