import { describe, expect, it } from '@jest/globals';
import { contentDiff } from './content-diff.js';
import { type DraftContent, EMPTY_CONTENT } from './draft-content.js';

const content: DraftContent = {
  ...EMPTY_CONTENT,
  title: 'Ladders',
  objectives: ['Check a ladder', 'Secure a ladder'],
  lessons: [
    {
      id: 'lesson-1',
      title: 'Checks',
      markdown: Array.from({ length: 20 }, (_value, index) => `Line ${index + 1}.`).join('\n'),
      claims: [{ text: 'Ladders are checked each month', source: null }],
    },
  ],
  quiz: [
    { question: 'When is it checked?', options: ['Monthly', 'Never'], answer: 0, rationale: 'The lesson says so.' },
  ],
};
const lesson = content.lessons[0] as DraftContent['lessons'][number];

describe('the difference between two versions of a draft', () => {
  it('is nothing between equal ones', () => {
    expect(contentDiff(content, structuredClone(content))).toEqual([]);
  });

  it('names the category', () => {
    expect(contentDiff({ ...content, category: 'Safety' }, { ...content, category: 'Machines' })).toEqual([
      {
        field: 'category',
        kind: 'changed',
        lines: [
          { kind: 'removed', text: 'Safety' },
          { kind: 'added', text: 'Machines' },
        ],
      },
    ]);
    expect(contentDiff({ ...content, category: null }, content)).toEqual([]);
  });

  it('shows a changed text line by line, with what stands around it', () => {
    const markdown = lesson.markdown.replace('Line 10.', 'Line ten.');
    const [change, ...others] = contentDiff(content, { ...content, lessons: [{ ...lesson, markdown }] });
    expect(others).toEqual([]);
    expect(change).toMatchObject({ field: 'lessons/lesson-1/markdown', kind: 'changed' });
    expect(change?.lines.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'skipped: 6 unchanged lines',
      'same: Line 7.',
      'same: Line 8.',
      'same: Line 9.',
      'removed: Line 10.',
      'added: Line ten.',
      'same: Line 11.',
      'same: Line 12.',
      'same: Line 13.',
      'skipped: 7 unchanged lines',
    ]);
  });

  it('names added and removed fields, sources of claims and right answers', () => {
    const changed = contentDiff(content, {
      ...content,
      title: 'Ladder checks',
      lessons: [{ ...lesson, claims: [{ text: 'Ladders are checked each month', source: 'Procedure 7' }] }],
      quiz: [],
    });
    expect(changed.map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      'title changed',
      'lessons/lesson-1/claims changed',
      'quiz/1 removed',
    ]);
    expect(changed[1]?.lines).toEqual([
      { kind: 'removed', text: 'Ladders are checked each month [needs source]' },
      { kind: 'added', text: 'Ladders are checked each month [Procedure 7]' },
    ]);
    expect(changed[2]?.lines).toContainEqual({ kind: 'removed', text: '(x) Monthly' });
  });

  it('is fast for texts that have nothing in common', () => {
    const text = (word: string): string =>
      Array.from({ length: 9_000 }, (_value, index) => `${word}${index}`).join('\n');
    const of = (markdown: string): DraftContent => ({ ...content, lessons: [{ ...lesson, markdown }] });
    expect(contentDiff(of(text('a')), of(text('b')))[0]?.lines).toHaveLength(18_000);
  });

  it('is as fast for thirty such lessons as for one', () => {
    const of = (factor: number): DraftContent => {
      const markdown = Array.from({ length: 1_300 }, (_value, index) => String((index * factor) % 10)).join('\n');
      return {
        ...content,
        lessons: Array.from({ length: 30 }, (_lesson, id) => ({ ...lesson, id: `${id}`, markdown })),
      };
    };
    const began = process.threadCpuUsage();
    expect(contentDiff(of(7), of(3)).filter(({ field }) => field.endsWith('markdown'))).toHaveLength(30);
    expect(process.threadCpuUsage(began).user / 1_000).toBeLessThan(500);
  });
});
