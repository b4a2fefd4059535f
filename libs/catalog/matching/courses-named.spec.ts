import { expect, it } from '@jest/globals';
import { coursesNamed } from './courses-named.js';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';

const library = [
  { id: 'basics', title: 'Manual Handling', topics: [] },
  { id: 'advanced', title: 'Advanced Manual Handling', topics: ['Manual Handling'] },
  { id: 'forklift', title: 'TRN-0042 Safe Use of Lift Trucks', topics: ['Forklift Operation'] },
  { id: 'heights', title: 'Working at Heights', topics: [] },
  { id: 'falls', title: 'Fall Protection', topics: [] },
  { id: 'rigging', title: 'Rigging', topics: ['Slinging'] },
];
const matcher = await TopicPipeline.prepare(library, domainVocabulary(), [
  { term: 'the Beast', means: 'Forklift Operation' },
]);

it.each([
  ['manual_handling', ['basics']],
  ['Manual Handling refresher 2026', ['basics']],
  ['TRN-0042', ['forklift']],
  ['Forklift Operation', ['forklift']],
  ['the Beast', ['forklift']],
  ['Slinging', ['rigging']],
  ['Working at Heights 2026', ['heights']],
  ['WAH licence', ['heights']],
  ['XQR licence', []],
  ['Rigging ticket', ['rigging']],
  ['First level awareness of rigging', []],
  ['Reach truck', []],
  ['Manual', []],
  ['Crane', []],
])('%s names %j', (name, courses) => {
  expect(coursesNamed(name, matcher)).toEqual(courses);
});
