import { describe, expect, it } from '@jest/globals';
import { ChangeFeed } from './change-feed.js';

describe('the change feed of a tenant', () => {
  it('sends changes together, each id once', () => {
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

  it('omits the ids if there are too many, or if they are unknown', () => {
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

  it('sends missed events again', () => {
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
    'does not send events again after the unknown position %j',
    (position) => {
      const feed = new ChangeFeed('e');
      feed.collect('need', ['a']);
      feed.flush();
      expect(feed.since(position)).toBeNull();
    },
  );

  it('does not send events again if others were missed between them', () => {
    const feed = new ChangeFeed('e');
    const before = feed.position;
    feed.collect('need', ['a']);
    feed.flush();
    feed.forget();
    expect(feed.since(before)).toBeNull();
    expect(feed.since('e-1')).toBeNull();
    expect(feed.since(feed.position)).toEqual([]);
  });

  it('does not send events again if too many were missed', () => {
    const feed = new ChangeFeed('e');
    for (let n = 0; n < 300; n++) {
      feed.collect('need', [`${n}`]);
      feed.flush();
    }
    expect(feed.since('e-1')).toBeNull();
    expect(feed.since('e-200')).toHaveLength(100);
  });

  it('does not send events again if they have too many ids', () => {
    const feed = new ChangeFeed('e');
    for (let n = 0; n < 60; n++) {
      feed.collect(
        'need',
        Array.from({ length: 100 }, (_value, id) => `${n}-${id}`),
      );
      feed.flush();
    }
    expect(feed.since('e-5')).toBeNull();
    expect(feed.since('e-10')).toHaveLength(50);
  });
});
