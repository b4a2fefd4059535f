import { describe, expect, it } from '@jest/globals';
import { ChangeFeed } from './change-feed.js';

describe('the changes of a tenant', () => {
  it('are told together, each thing once', () => {
    const feed = new ChangeFeed('e');
    feed.collect('need', ['a', 'b']);
    feed.collect('operation', ['o']);
    feed.collect('need', ['b', 'c']);
    expect(feed.flush()).toEqual([
      { id: 'e-1', name: 'need', data: { ids: ['a', 'b', 'c'] } },
      { id: 'e-2', name: 'operation', data: { ids: ['o'] } },
    ]);
    expect(feed.flush()).toEqual([]);
  });

  it('are not named where they are many, or where nobody knows which', () => {
    const feed = new ChangeFeed('e');
    feed.collect(
      'need',
      Array.from({ length: 60 }, (_value, n) => `a${n}`),
    );
    feed.collect(
      'need',
      Array.from({ length: 60 }, (_value, n) => `b${n}`),
    );
    feed.collect('course', null);
    feed.collect('course', ['c']);
    expect(feed.flush()).toMatchObject([
      { name: 'need', data: { ids: null } },
      { name: 'course', data: { ids: null } },
    ]);
  });

  it('are told once more to who missed them', () => {
    const feed = new ChangeFeed('e');
    const before = feed.position;
    feed.collect('need', ['a']);
    const [first] = feed.flush();
    feed.collect('need', ['b']);
    const [second] = feed.flush();
    expect(feed.since(before)).toEqual([first, second]);
    expect(feed.since(first?.id ?? '')).toEqual([second]);
    expect(feed.since(second?.id ?? '')).toEqual([]);
  });

  it.each(['', 'e', 'e-', 'e-x', 'e-9', 'e--1', 'other-1', 'e-1e1'])(
    'cannot be told again to who says that it stands at %j',
    (position) => {
      const feed = new ChangeFeed('e');
      feed.collect('need', ['a']);
      feed.flush();
      expect(feed.since(position)).toBeNull();
    },
  );

  it('cannot be told again to who missed too much', () => {
    const feed = new ChangeFeed('e');
    for (let n = 0; n < 300; n++) {
      feed.collect('need', [`${n}`]);
      feed.flush();
    }
    expect(feed.since('e-1')).toBeNull();
    expect(feed.since('e-200')).toHaveLength(100);
  });
});
