import { describe, expect, it } from '@jest/globals';
import { citationsIn, joinCitations, separateCitations } from './citations.js';

describe('the sections of regulations that a text cites', () => {
  it.each([
    ['Annual Vehicle Inspector Qualification (396.19)', '396.19'],
    ['Hazmat (49 CFR 172.704)', '172.704'],
    ['172.704(a)(1)', '172.704'],
    ['PIT Re-Evaluation (1910.178(l)(4))', '1910.178'],
    ['§ 1926.1153 silica', '1926.1153'],
    ['expires 2026.10', undefined],
    ['12.05.2027', undefined],
    ['claim of $1500.00', undefined],
    ['software 1.25', undefined],
  ])('of %j are %j', (text, citation) => {
    const joined = joinCitations(text);
    expect(separateCitations(citationsIn(joined).join())).toBe(citation ?? '');
    if (citation === undefined) expect(joined).toBe(text);
  });
});
