import { describe, expect, it } from '@jest/globals';
import { lessonOf, quizOf } from './answers.js';

const repeated = (text: string): string => text.repeat(Math.floor(20_000 / text.length));

describe('a lesson', () => {
  it.each(['*a_', '_a*', '> ', '>>>> ', '>\u200b', '- > ', '1. ', '1)\t'])(
    'that would take long to parse is refused at once: %j',
    (text) => {
      const lesson = (): unknown => lessonOf({ markdown: repeated(text), claims: [] }, []);
      expect(lesson).toThrow('the answer of the model lacks a lesson in simple Markdown');
    },
  );

  it.each([
    ['a rule', `Before\n\n${'-'.repeat(80)}\n\nAfter`],
    ['a rule with blanks in it', `Before\n\n${'- '.repeat(9_000)}\n\nAfter`],
    ['lines to fill in', Array.from({ length: 100 }, () => `- Name: ${'_'.repeat(30)}`).join('\n')],
    ['lists inside of lists', Array.from({ length: 9 }, (_, level) => `${'  '.repeat(level)}- item`).join('\n')],
    ['a table with much in bold', `|a|b|\n|-|-|\n${'|**x**|*y*|\n'.repeat(100)}`],
    ['much in bold in lines that end as those of Windows', 'Lock **all** of **them**.\r\n\r\n'.repeat(200)],
  ])('may have %s', (_what, markdown) => {
    expect(lessonOf({ markdown, claims: [] }, []).markdown).not.toBe('');
  });
});

describe('a quiz', () => {
  const asked = (answers: readonly number[]) =>
    quizOf({
      questions: answers.map((answer) => ({ question: 'Which?', options: ['a', 'b', 'c'], answer, rationale: 'So.' })),
    }).map(({ options, answer }) => [options.join(''), answer]);

  it('whose right options all have the same place gets them in several', () => {
    expect(asked([0, 0, 0, 0])).toEqual([
      ['abc', 0],
      ['bac', 1],
      ['cba', 2],
      ['abc', 0],
    ]);
  });

  it.each([
    { rationale: 'The first option is right, because a belt that stands still cannot catch you.' },
    { rationale: 'Only A is safe.' },
    { rationale: 'Option (a) follows the procedure.' },
    { options: ['A) Stop', 'B) Wait', 'C) Run'] },
    { options: ['Stop', 'Wait', 'Neither of the above'] },
  ])('keeps the places of a question that names them: %j', (named) => {
    const [plain, naming] = [
      { question: 'Which?', options: ['a', 'b', 'c'], answer: 0, rationale: 'The first step is to stop.' },
      { question: 'Which?', options: ['a', 'b', 'c'], answer: 0, rationale: 'So.', ...named },
    ];
    const [, kept, other] = quizOf({ questions: [plain, naming, plain] });
    expect(kept).toEqual(naming);
    expect(other).toEqual({ ...plain, options: ['c', 'b', 'a'], answer: 2 });
  });

  it('keeps the places that vary', () => {
    expect(asked([2, 2, 1])).toEqual([
      ['abc', 2],
      ['abc', 2],
      ['abc', 1],
    ]);
  });
});
