import { describe, expect, it } from '@jest/globals';
import { type DraftContent, EMPTY_CONTENT } from '../drafts/draft-content.js';
import { checkContent } from './check-content.js';

const GOOD =
  'Check the ladder before each use. Look at the feet, the rungs and the stiles. Report a ladder with a crack.';

const content = (markdown: string, more: Partial<DraftContent> = {}): DraftContent => ({
  ...EMPTY_CONTENT,
  title: 'Office chairs',
  lessons: [{ id: 'lesson-1', title: 'First', markdown, claims: [] }],
  ...more,
});
const found = (draft: DraftContent): string[] => checkContent(draft).map(({ check }) => check);

describe('the checks of a draft', () => {
  it('find nothing in plain, complete text', () => {
    expect(checkContent(content('Sit upright. Put both feet on the floor. Set the height of the seat.'))).toEqual([]);
  });

  it('block only claims without a source, and name the lesson', () => {
    const lessons = [
      {
        id: 'lesson-4',
        title: 'Limits',
        markdown: GOOD,
        claims: [
          { text: 'A', source: null },
          { text: 'B', source: 'Manual' },
        ],
      },
    ];
    expect(checkContent(content('', { lessons })).filter(({ level }) => level === 'blocks')).toEqual([
      {
        check: 'missing_source',
        level: 'blocks',
        lessonId: 'lesson-4',
        question: null,
        text: '"Limits" has a claim without a source: give one for each, or remove the claim',
      },
    ]);
  });

  it('count the lines that are still to be filled in', () => {
    const [check] = checkContent(content('Text.\n\n### Fill in\n\n- One\n- Two\n\n### Next\n\n- Three'));
    expect(check).toMatchObject({ check: 'to_fill_in', level: 'warns', text: '"First" has 2 lines to fill in' });
  });

  it('warn of text that takes long schooling to read', () => {
    const hard =
      'Notwithstanding organisational accountability considerations, comprehensive familiarisation with applicable ' +
      'regulatory documentation constitutes an indispensable prerequisite for the satisfactory demonstration of ' +
      'operational competency throughout the entirety of the implementation methodology under consideration here.';
    expect(found(content(hard))).toEqual(['reading_level']);
    expect(found(content(GOOD.repeat(3).replaceAll('ladder', 'chair')))).toEqual([]);
  });

  it('warn of a question whose answer the lessons do not give', () => {
    const question = { question: 'How often?', answer: 1, rationale: 'So it is.' };
    const quiz = [
      { ...question, options: ['Never', 'Look at the feet and the rungs'] },
      { ...question, options: ['Never', 'Every fortnight by the insurer'] },
    ];
    expect(checkContent(content(GOOD, { quiz })).filter(({ check }) => check === 'not_answerable')).toMatchObject([
      { question: 1 },
    ]);
  });

  it.each([
    ['Isolation of conveyors', 'Remove the guard and clear the blockage.', 'machinery and isolation'],
    ['Press cleaning', 'Remove the guard before you wipe the blade.', 'machinery and isolation'],
    ['Conveyor jams', 'Bypass the interlock instead of waiting.', 'machinery and isolation'],
    ['Electrical testing', 'Test the circuit without isolating it.', 'electricity'],
    ['Working at Heights', 'Climb out of the basket onto the roof.', 'work at height'],
    ['Confined space entry', 'If somebody collapses, go in to help them.', 'confined spaces'],
    ['Crane lifts', 'Walk under the load to guide it.', 'lifting and vehicles'],
    ['Acid dosing', 'Add water to the acid slowly.', 'chemicals and gases'],
  ])('flag an unsafe instruction about %s: %s', (title, sentence, domain) => {
    const checks = checkContent(content(`${GOOD}\n\n- ${sentence}`, { title }));
    expect(checks).toContainEqual({
      check: 'unsafe_instruction',
      level: 'warns',
      lessonId: 'lesson-1',
      question: null,
      text: `May be unsafe (${domain}): "${sentence}"`,
    });
    expect(checks.find((check) => check.check === 'safety_domain')?.text).toContain(domain);
  });

  it('flag no instruction that forbids what is unsafe', () => {
    const text =
      'Never remove the guard. Do not walk under the load. Nobody may enter alone. ' +
      'Isolate the press before you remove the guard.';
    expect(found(content(text))).not.toContain('unsafe_instruction');
  });

  it('take no longer for hostile text than its length allows', () => {
    for (const part of ['a', '.', '- ', '#\n', 'remove the ', 'with'])
      expect(Array.isArray(checkContent(content(part.repeat(Math.floor(80_000 / part.length)))))).toBe(true);
  });
});
