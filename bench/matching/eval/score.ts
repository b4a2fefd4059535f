import type { Case } from './cases.js';

export interface Prediction {
  /** Ids of courses, best first. */
  readonly ranked: readonly string[];
  readonly recommended: string | null;
  readonly suggested: string | null;
}

/** Shares of the cases of a set; null if it has none to take a share of. */
export interface Scores {
  readonly n: number;
  readonly answerable: number;
  readonly unanswerable: number;
  readonly top1: number | null;
  readonly top5: number | null;
  readonly correct_rec: number | null;
  readonly abstain: number | null;
  readonly tolerated_rec: number | null;
  readonly wrong_rec: number | null;
  /** Something is recommended where nothing is right, arguable courses apart. */
  readonly false_rec: number | null;
  readonly false_rec_strict: number | null;
  readonly wrong_all: number;
  /** Harmonic mean of right recommendations and of nothing recommended where nothing is right. */
  readonly F: number | null;
  /** Something is suggested where nothing is recommended. */
  readonly suggested: number | null;
  /** What is suggested is right, where the library has what is right. */
  readonly sugg_right: number | null;
}

const NO_PREDICTION: Prediction = { ranked: [], recommended: null, suggested: null };
const COUNTS = ['n', 'answerable', 'unanswerable'] as const;
const SHARES = [
  'top1',
  'top5',
  'correct_rec',
  'abstain',
  'tolerated_rec',
  'wrong_rec',
  'false_rec',
  'false_rec_strict',
  'wrong_all',
  'F',
  'suggested',
  'sugg_right',
] as const;

/** The scores of each set, of all, and of the sets that count together (all but A, which are public aliases). */
export function scoreSets(
  cases: readonly Case[],
  predictions: ReadonlyMap<string, Prediction>,
): ReadonlyMap<string, Scores> {
  const letters = [...new Set(cases.map(({ set }) => set))].toSorted();
  const sets: Array<readonly [string, readonly Case[]]> = [
    ...letters.map((letter) => [letter, cases.filter(({ set }) => set === letter)] as const),
    ['BCD', cases.filter(({ set }) => set !== 'A')],
    ['ALL', cases],
  ];
  return new Map(sets.filter(([, of]) => of.length > 0).map(([name, of]) => [name, score(of, predictions)]));
}

function score(cases: readonly Case[], predictions: ReadonlyMap<string, Prediction>): Scores {
  const judged = cases
    .map((of) => ({ of, prediction: predictions.get(of.id) ?? NO_PREDICTION }))
    .map(({ of, prediction }) => ({ of, prediction, verdict: verdictOf(of, prediction) }));
  const answerable = judged.filter(({ of }) => of.expected.length > 0);
  const unanswerable = judged.filter(({ of }) => of.expected.length === 0);
  const count = (verdict: Verdict, among = judged): number => among.filter((one) => one.verdict === verdict).length;
  const found = (first: number): number =>
    answerable.filter(({ of, prediction }) => prediction.ranked.slice(0, first).some((id) => of.expected.includes(id)))
      .length;
  const ofAnswerable = (value: number): number | null => share(value, answerable.length);
  const right = ofAnswerable(count('right', answerable));
  const suggested = judged.filter(({ prediction }) => prediction.suggested !== null);
  const falsely = share(count('wrong', unanswerable), unanswerable.length);
  return {
    n: cases.length,
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    top1: ofAnswerable(found(1)),
    top5: ofAnswerable(found(5)),
    correct_rec: right,
    abstain: ofAnswerable(count('none', answerable)),
    tolerated_rec: ofAnswerable(count('tolerated', answerable)),
    wrong_rec: ofAnswerable(count('wrong', answerable)),
    false_rec: falsely,
    false_rec_strict: share(count('wrong', unanswerable) + count('tolerated', unanswerable), unanswerable.length),
    wrong_all: count('wrong') / cases.length,
    F: right === null || falsely === null ? null : harmonicMean(right, 1 - falsely),
    suggested: share(suggested.length, count('none')),
    sugg_right: share(
      suggested.filter(({ of, prediction }) => of.expected.includes(prediction.suggested ?? '')).length,
      suggested.filter(({ of }) => of.expected.length > 0).length,
    ),
  };
}

type Verdict = 'right' | 'tolerated' | 'wrong' | 'none';

function verdictOf({ expected, tolerated }: Case, { recommended }: Prediction): Verdict {
  if (recommended === null) return 'none';
  if (expected.includes(recommended)) return 'right';
  return tolerated.includes(recommended) ? 'tolerated' : 'wrong';
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

export function tableOf(sets: ReadonlyMap<string, Scores>): string {
  const rows = [...sets].map(([name, scores]) =>
    row(name, [
      ...COUNTS.map((column) => String(scores[column])),
      ...SHARES.map((column) => scores[column]?.toFixed(3) ?? '-'),
    ]),
  );
  return [row('set', [...COUNTS, ...SHARES]), ...rows].join('\n');
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(4)}${cells.map((cell) => cell.slice(0, 9).padStart(9)).join(' ')}`;
}
