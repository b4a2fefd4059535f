import type { ModelCall, Reply } from './model-service.js';

interface Asked {
  topics: Array<{ topic: number; text: string; courses: Array<{ course: number; title: string }> }>;
}

/** The topics that a call asks about, each with the courses to choose from. */
export const askedTopics = ({ data }: ModelCall): Asked['topics'] => (JSON.parse(data) as Asked).topics;

/** Finds one of the courses of each topic right, by its number; null: none. */
export const judging =
  (courseOf: (courses: Asked['topics'][number]['courses']) => number | null, reason: string) =>
  (call: ModelCall): Reply => ({
    answer: {
      verdicts: askedTopics(call).map(({ topic, courses }) => ({ topic, course: courseOf(courses), reason })),
    },
  });

/** Finds the course with this title right; null: none. */
export const choosing = (title: string | null, reason: string) =>
  judging((courses) => courses.find((course) => course.title === title)?.course ?? null, reason);
