import { describe, expect, it } from '@jest/globals';
import { messageOf } from './message-of.js';

describe('the message of what was thrown', () => {
  it('is that of the error, or that of the first address if no address of a host name answers', () => {
    const refused = new Error('connect ECONNREFUSED ::1:5432');
    expect([
      messageOf(refused),
      messageOf(new AggregateError([refused, new Error('other')], '')),
      messageOf('text'),
    ]).toEqual([refused.message, refused.message, 'text']);
  });
});
