import { expect, it } from '@jest/globals';
import { match, titled } from './sample-library.js';

const AML = titled('Anti-Money Laundering');
const KYC = titled('KYC Zorbing');

it('prefers a course with words of the topic to one that the vocabulary has for it', async () => {
  const topic = 'KYC review overdue';
  expect((await match(topic, null, [AML])).recommended?.courseId).toBe(AML.id);
  const { recommended, candidates } = await match(topic, null, [AML, KYC]);
  expect(recommended?.courseId).toBe(KYC.id);
  expect(candidates.find(({ courseId }) => courseId === AML.id)?.evidence).toContain(
    '"KYC Zorbing" has more words of the topic',
  );
});

it('does not count words if both courses have what the topic means', async () => {
  const courses = ['Breathing Apparatus – Refresher', 'BA Entry Control Officer'].map(titled);
  expect((await match('BA refresher', null, courses)).recommended?.courseId).toBe('Breathing Apparatus – Refresher');
});
