import { describe, expect, it } from '@jest/globals';
import { matcherWithSynonyms } from './matcher-with-synonyms.js';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';

const titled = (title: string): { id: string; title: string; topics: readonly string[] } => ({
  id: title,
  title,
  topics: [],
});
const recommended = async (topic: string, ...titles: readonly string[]): Promise<string | null> => {
  const library = await TopicPipeline.prepare(titles.map(titled), domainVocabulary());
  return library.match(topic, null).recommended?.title ?? null;
};

describe('a topic with the words of a course, but another sign or letter', () => {
  it.each([
    ['Führerschein C+E', 'Führerschein C'],
    ['Permis C + E', 'Permis C'],
    ['C+E rijbewijs', 'C rijbewijs'],
    ['Programming in C#', 'Programming in C++'],
    ['C#', 'C'],
    ['Excavator > 10 t', 'Excavator < 10 t'],
    ['UN 1993', 'UN 1999'],
    ['DIN EN 1993', 'DIN EN 1992'],
  ])('does not get it: %j for %j', async (topic, title) => {
    expect(await recommended(topic, title, 'Fire Safety')).toBeNull();
    expect(await recommended(topic, title, topic)).toBe(topic);
  });

  it('gets no course of a synonym without it', async () => {
    const [course, topic] = [titled('Lorry Driving'), 'Führerschein C'];
    const matcher = await matcherWithSynonyms([course], [{ topic, courseId: course.id }]);
    expect(matcher.match(topic, null).recommended?.title).toBe('Lorry Driving');
    expect(matcher.match('Führerschein C+E', null).recommended).toBeNull();
  });

  it('gets the course that excludes nothing', async () => {
    const crane = 'Non-slewing Mobile Crane';
    expect(await recommended('Mobile crane', crane, 'Mobile Crane Safety')).toBe('Mobile Crane Safety');
    expect(await recommended('Mobile crane', crane, 'Fire Safety')).toBe(crane);
  });
});
