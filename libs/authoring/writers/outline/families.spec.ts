import { describe, expect, it } from '@jest/globals';
import { checkContent } from '../../checks/check-content.js';
import { type DraftContent, EMPTY_CONTENT } from '../../drafts/draft-content.js';
import { FAMILIES, familyOf } from './families.js';
import { GENERAL } from './families/general.js';
import { OutlineWriter } from './outline-writer.js';

const brief = (topic: string) => ({ topic, category: null, subjects: [], relatedCourses: [], passages: [] });

async function written(topic: string): Promise<DraftContent> {
  const writer = new OutlineWriter();
  let content = EMPTY_CONTENT;
  for (const step of writer.steps)
    content = { ...content, ...(await writer.write(step, brief(topic), content)).content };
  return content;
}

/** A topic of each family. */
const TOPICS: ReadonlyArray<[string, string]> = [
  ['Working at Heights', 'heights'],
  ['Confined Space Entry', 'confined space'],
  ['Radiation Protection', 'radiation'],
  ['Legionella Awareness', 'water hygiene'],
  ['Drone Operation', 'drones'],
  ['Phishing Awareness', 'information security'],
  ['Drug and Alcohol Policy', 'fitness for work'],
  ['Fire Warden', 'fire'],
  ['First Aid at Work', 'first aid'],
  ['Spill Response', 'emergency'],
  ['Permit to Work', 'permit to work'],
  ['Infection Prevention in Patient Care', 'infection prevention'],
  ['Code of Conduct', 'code of conduct'],
  ['Hot Work Permit', 'work under permit'],
  ['Lockout Tagout', 'isolation'],
  ['Hazardous Chemicals', 'substances'],
  ['Manual Handling', 'handling'],
  ['Food Allergens', 'hygiene'],
  ['Dementia Care', 'care'],
  ['Anti-Bribery', 'conduct'],
  ['Forklift Operation', 'industrial trucks'],
  ['Overhead Crane', 'lifting operations'],
  ['Chainsaw Operation', 'equipment'],
  ['Zorbux line restart', 'procedure'],
];

describe('the outline of a topic', () => {
  it('is made of the family that the topic belongs to', () => {
    expect(TOPICS.map(([topic]) => familyOf(brief(topic)).name)).toEqual(TOPICS.map(([, name]) => name));
    expect(TOPICS.map(([, name]) => name).toSorted()).toEqual(
      [...FAMILIES, GENERAL].map(({ name }) => name).toSorted(),
    );
  });

  it.each(TOPICS)(
    '%s reads easily, gives the answers to its questions, and tells nobody to do what is unsafe',
    async (topic) => {
      const content = await written(topic);
      const checks = checkContent(content).filter(
        ({ check }) => !['missing_source', 'to_fill_in', 'safety_domain'].includes(check),
      );
      expect(checks.map(({ text }) => text)).toEqual([]);
      expect(content.objectives.length).toBeGreaterThanOrEqual(4);
      expect(content.lessons.length).toBeGreaterThanOrEqual(3);
      for (const { options, answer } of content.quiz) {
        expect(new Set(options).size).toBe(options.length);
        expect(options[answer]).toBeDefined();
      }
    },
  );

  it('says nothing that the outline of another kind of topic says, too', () => {
    const said = [...FAMILIES, GENERAL].flatMap(({ name, lessons }) =>
      lessons.flatMap(({ text }) => text.map((paragraph) => ({ name, paragraph }))),
    );
    const repeated = said.filter(
      ({ paragraph }, index) => said.findIndex((one) => one.paragraph === paragraph) < index,
    );
    expect(repeated).toEqual([]);
  });

  it.each([
    ['Permit to Work'],
    ['Hazardous Chemicals'],
    ['Infection Control'],
    ['Code of Conduct'],
    ['Fire Safety'],
    ['CPR'],
    ['Reach Truck'],
    ['Rigging and Slinging'],
    ['Manual Handling'],
  ])('%s is asked about in five questions at least, each about something of its own', async (topic) => {
    const { quiz, lessons } = await written(topic);
    expect(quiz.length).toBeGreaterThanOrEqual(5);
    expect(new Set(quiz.map(({ options, answer }) => options[answer])).size).toBe(quiz.length);
    expect(lessons.length).toBeGreaterThanOrEqual(4);
  });
});
