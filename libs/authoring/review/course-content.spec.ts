import { expect, it } from '@jest/globals';
import { materialOf } from '#platform/pages';
import { courseContent } from './course-content.js';

it('is shown as a course, also with as many claims as a lesson may have', async () => {
  const claims = Array.from({ length: 50 }, (_, index) => ({
    text: `Claim ${index} ${'about the forks '.repeat(12)}`.trim(),
    source: 'Forklift procedure, version 3.1, 2 Driving › 2.1 Speed',
  }));
  const lessons = [{ id: 'lesson-1', title: 'Driving', markdown: 'Look **behind** you.', claims }];
  const { text } = await materialOf(courseContent({ objectives: ['Drive a forklift'], lessons }));
  expect(text).toContain('<strong>behind</strong>');
  expect(text.match(/<li>/g)).toHaveLength(51);
});

it('has titles, objectives, claims and sources as text', async () => {
  const claims = [
    { text: '- Check the *horn* and the *lights*', source: '[Sign in](https://evil.example)' },
    { text: '1. Step', source: '# FRM_1' },
  ];
  const lessons = [{ id: 'lesson-1', title: '<b> & `code`', markdown: 'Look.', claims }];
  const { text } = await materialOf(courseContent({ objectives: ['# Drive', '> Park'], lessons }));
  expect(text.match(/<\w+/g)?.filter((tag) => !['<h2', '<p', '<strong', '<ul', '<li'].includes(tag))).toEqual([]);
  expect(text.match(/<(?:h2|ul)/g)).toHaveLength(4);
  expect(text).toContain('- Check the *horn* and the *lights* ([Sign in](https://evil.example))');
});

it.each(['Run:\n\n```sh\nstop', '~~~~\nstop\n~~~', '- Run:\n  ```\n  stop', '```\nstop\n```'])(
  'has each lesson as text although the code in the one before does not end: %j',
  async (markdown) => {
    const claims = [{ text: 'It stops.', source: 'Manual' }];
    const lessons = ['One', 'Two'].map((title) => ({ id: title, title, markdown, claims }));
    const { text } = await materialOf(courseContent({ objectives: ['Stop'], lessons }));
    expect(text.match(/<h2>.*?<\/h2>|<strong>Sources<\/strong>/g)).toEqual([
      '<h2>Objectives</h2>',
      '<h2>One</h2>',
      '<strong>Sources</strong>',
      '<h2>Two</h2>',
      '<strong>Sources</strong>',
    ]);
    expect(text.match(/<code/g)).toHaveLength(2);
  },
);
