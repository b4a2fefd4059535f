import { type MatchableCourse, TopicPipeline, domainVocabulary, domainVocabularyWithout, subjectsOf } from '#catalog';
import type { Case } from './cases.js';
import type { Prediction } from './score.js';

type Libraries = ReadonlyMap<string, readonly MatchableCourse[]>;
type Vocabulary = ReturnType<typeof domainVocabulary>;

/** What the matcher says of each case, by the case's id. @throws Error where a case names a library that is not there */
export function predict(cases: readonly Case[], libraries: Libraries, vocabulary: Vocabulary = domainVocabulary()): Map<string, Prediction> {
  const matchers = new Map<string, TopicPipeline>();
  return new Map(
    cases.map(({ id, library, topic, category }) => {
      const matcher = matchers.get(library) ?? new TopicPipeline(coursesOf(libraries, library), vocabulary);
      matchers.set(library, matcher);
      const { candidates, recommended } = matcher.match(topic, category);
      return [id, { ranked: candidates.map(({ courseId }) => courseId), recommended: recommended?.courseId ?? null }];
    }),
  );
}

/**
 * The same, each concept's cases with a vocabulary that has never heard of it: without all concepts that their topics or their
 * expected courses have for a subject.
 */
export function predictHeldOut(cases: readonly Case[], libraries: Libraries): Map<string, Prediction> {
  const byConcept = Map.groupBy(cases, ({ concept }) => concept);
  return new Map([...byConcept.values()].flatMap((held) => [...predict(held, libraries, domainVocabularyWithout(subjectsIn(held, libraries)))]));
}

function subjectsIn(cases: readonly Case[], libraries: Libraries): Set<string> {
  const titles = cases.flatMap(({ library, expected }) => coursesOf(libraries, library).filter(({ id }) => expected.includes(id)).flatMap(({ title, topics }) => [title, ...topics]));
  return new Set([...cases.map(({ topic }) => topic), ...titles].flatMap((text) => subjectsOf(text, domainVocabulary())));
}

function coursesOf(libraries: Libraries, library: string): readonly MatchableCourse[] {
  const courses = libraries.get(library);
  if (courses === undefined) throw new Error(`There is no library ${library}`);
  return courses;
}
