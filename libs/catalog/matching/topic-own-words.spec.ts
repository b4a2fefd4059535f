import { expect, it } from '@jest/globals';
import { match, recommended, titled } from './sample-library.js';

const AML = titled('Anti-Money Laundering');
const KYC = titled('KYC Zorbing');

it('prefers a course with words of the topic to one that the vocabulary has for it', async () => {
  const topic = 'KYC review overdue';
  expect((await match(topic, null, [AML])).recommended?.courseId).toBe(AML.id);
  const { recommended: best, candidates } = await match(topic, null, [AML, KYC]);
  expect(best?.courseId).toBe(KYC.id);
  expect(candidates.find(({ courseId }) => courseId === AML.id)?.evidence).toContain(
    '"KYC Zorbing" has more words of the topic',
  );
});

it('does not count words if both courses have what the topic means', async () => {
  const courses = ['Breathing Apparatus – Refresher', 'BA Entry Control Officer'].map(titled);
  expect((await match('BA refresher', null, courses)).recommended?.courseId).toBe('Breathing Apparatus – Refresher');
});

it.each([
  ['Evakuierungshelfer Etage 2 fehlt', 'Evakuierungshelfer', 'Brandschutzhelfer'],
  ['masque ARI mal ajusté', "ARI - port de l'appareil respiratoire isolant", 'Breathing Apparatus'],
])('recommends the course in the words of the topic, of those with the same meaning: %j', async (topic, own, other) => {
  expect(await recommended(topic, null, [other, own].map(titled))).toBe(own);
});
