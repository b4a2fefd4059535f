import { expect, it } from '@jest/globals';
import { materialOf } from '#platform/pages';
import { EMPTY_CONTENT } from '../../drafts/draft-content.js';
import { OutlineWriter } from './outline-writer.js';

it.each(['[Sign in](https://evil.example) zorbux', 'Zorbux *now* and *here*', '`rm` <b>bold</b> | C#'])(
  'has the topic in the lessons as text: %s',
  async (topic) => {
    const brief = { topic, category: null, subjects: [], relatedCourses: [], passages: [] };
    const { content } = await new OutlineWriter().write('lessons', brief, EMPTY_CONTENT);
    const shown = await Promise.all((content.lessons ?? []).map(({ markdown }) => materialOf(markdown)));
    const html = shown.map(({ text }) => text).join('\n');
    expect(html).not.toMatch(/<(?:a|em|code|b|table)\b/);
    expect(html).toContain(topic.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  },
);
