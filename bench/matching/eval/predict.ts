import {
  type Acceptance,
  type MatchableCourse,
  TopicPipeline,
  domainVocabulary,
  domainVocabularyWithout,
  subjectsOf,
} from '#catalog';
import type { Case } from './cases.js';
import type { Prediction } from './score.js';

export type Libraries = ReadonlyMap<string, readonly MatchableCourse[]>;
type Vocabulary = ReturnType<typeof domainVocabulary>;

/**
 * What the matcher says of each case, by the case's id.
 * @throws Error if a case names a library that is not there
 */
export async function predict(
  cases: readonly Case[],
  libraries: Libraries,
  vocabulary: Vocabulary = domainVocabulary(),
): Promise<Map<string, Prediction>> {
  const matchers = new Map<string, TopicPipeline>();
  const predictions = new Map<string, Prediction>();
  for (const { id, library, topic, category } of cases) {
    const matcher = matchers.get(library) ?? (await TopicPipeline.prepare(coursesOf(libraries, library), vocabulary));
    matchers.set(library, matcher);
    predictions.set(id, predictionOf(matcher, { topic, category }));
  }
  return predictions;
}

export function predictionOf(
  matcher: TopicPipeline,
  { topic, category }: Pick<Case, 'topic' | 'category'>,
  acceptance?: Acceptance,
): Prediction {
  const { candidates, recommended, suggested } = (
    acceptance === undefined ? matcher : matcher.accepting(acceptance)
  ).match(topic, category);
  return {
    ranked: candidates.map(({ courseId }) => courseId),
    recommended: recommended?.courseId ?? null,
    suggested: suggested?.courseId ?? null,
  };
}

/**
 * The same, each concept's cases with a vocabulary that has never heard of it: without all concepts that their topics
 * or their expected courses have for a subject.
 */
export async function predictHeldOut(cases: readonly Case[], libraries: Libraries): Promise<Map<string, Prediction>> {
  const predictions: Array<[id: string, prediction: Prediction]> = [];
  for (const held of Map.groupBy(cases, ({ concept }) => concept).values()) {
    predictions.push(...(await predict(held, libraries, domainVocabularyWithout(subjectsIn(held, libraries)))));
  }
  return new Map(predictions);
}

function subjectsIn(cases: readonly Case[], libraries: Libraries): Set<string> {
  const titles = cases.flatMap(({ library, expected }) =>
    coursesOf(libraries, library)
      .filter(({ id }) => expected.includes(id))
      .flatMap(({ title, topics }) => [title, ...topics]),
  );
  return new Set(
    [...cases.map(({ topic }) => topic), ...titles].flatMap((text) => subjectsOf(text, domainVocabulary())),
  );
}

export function coursesOf(libraries: Libraries, library: string): readonly MatchableCourse[] {
  const courses = libraries.get(library);
  if (courses === undefined) throw new Error(`There is no library ${library}`);
  return courses;
}
