import { describe, expect, it } from '@jest/globals';
import { opensConsole } from './console-paths.js';

const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';

describe('a page of the console', () => {
  it.each(['/', '/needs', '/needs?severity=4&need=need_1', '/drafts/draft_1', '/engineers', '/?x=/engine/docs'])(
    'is opened by a browser at %s',
    (url) => {
      expect(opensConsole(url, HTML)).toBe(true);
    },
  );

  it.each([
    '/engine',
    '/engine/v1/admin/nothing',
    '/engine/health/live',
    '/ENGINE/docs/x',
    '/operator/x',
    '/learn/a/b',
    '/assets/gone.js',
    '/favicon.ico',
  ])('never stands in the place of %s', (url) => {
    expect(opensConsole(url, HTML)).toBe(false);
  });

  it.each([undefined, '*/*', 'application/json'])('is not the answer to a program that accepts %s', (accept) => {
    expect(opensConsole('/needs', accept)).toBe(false);
  });
});
