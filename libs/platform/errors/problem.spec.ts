import { expect, it } from '@jest/globals';
import { Invalid } from './problem.js';

it('A refusal repeats the beginning of long names and rules, without half a surrogate pair', () => {
  const { message } = new Invalid([{ field: `a${'😀'.repeat(200)}`, message: `b${'😀'.repeat(300)}` }]);
  expect(message.isWellFormed()).toBe(true);
});
