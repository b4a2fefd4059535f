import type { MatchableCourse, TopicMatch, WordSynonym } from './topic-matcher.js';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';

/** Courses of a small library, for specs. */
export const LIBRARY: MatchableCourse[] = [
  {
    id: 'heights',
    title: 'Height Safety Essentials',
    topics: ['Working at Heights', 'Fall Protection'],
    category: 'Refresher',
  },
  { id: 'manual', title: 'Manual Handling', topics: [], category: 'Toolbox' },
  { id: 'forklift', title: 'Forklift Operation', topics: ['Forklift Driving'], category: null },
  { id: 'warden', title: 'Fire Warden', topics: [] },
  { id: 'office-fire', title: 'Fire Prevention in the Office', topics: [] },
  { id: 'loto', title: 'Lockout/Tagout', topics: [] },
  { id: 'scaffold', title: 'Basic Scaffolding', topics: [] },
  { id: 'perth', title: 'Site Induction - Perth Depot', topics: [] },
  { id: 'widget', title: 'Widget Calibration', topics: ['WID-0042'] },
];

/** Matches a topic with the courses of a library. */
export const match = async (
  topic: string,
  category: string | null = null,
  library = LIBRARY,
  synonyms: WordSynonym[] = [],
): Promise<TopicMatch> => (await TopicPipeline.prepare(library, domainVocabulary(), synonyms)).match(topic, category);

/** The id of the course that is recommended for a topic; null: none. */
export const recommended = async (
  topic: string,
  category: string | null = null,
  library = LIBRARY,
): Promise<string | null> => (await match(topic, category, library)).recommended?.courseId ?? null;

/** A course with nothing but a title, which is its id, too. */
export const titled = (title: string): MatchableCourse => ({ id: title, title, topics: [] });
