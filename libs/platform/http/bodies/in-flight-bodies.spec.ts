import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BodyTooSlow, type InFlightBody, InFlightBodies, NoRoom } from './in-flight-bodies.js';

const MIB = 1024 * 1024;
const SECOND = 1_000;

let all: InFlightBodies;
let dropped: Array<[name: string, reason: NoRoom | BodyTooSlow]>;

beforeEach(() => {
  jest.useFakeTimers();
  all = new InFlightBodies(10 * MIB);
  dropped = [];
});
afterEach(() => {
  all.close();
  jest.useRealTimers();
});

const begin = (name: string, network: string, tenantId: string | null = null): InFlightBody =>
  all.begin({ network: () => network, tenantId }, (reason) => dropped.push([name, reason]));
const hold = (body: InFlightBody, bytes: number): InFlightBody => {
  body.receive(bytes, bytes);
  return body;
};
const names = (): string[] => dropped.map(([name]) => name);

describe('bodies under way', () => {
  it('that are stalled are dropped first if memory is full, whoever sends most', () => {
    hold(begin('stalled', 'a'), 0.01 * MIB);
    jest.advanceTimersByTime(2 * SECOND);
    hold(begin('large', 'b'), 9 * MIB);
    hold(begin('new', 'c'), 1 * MIB);
    expect(names()).toEqual(['stalled']);
    expect(dropped[0]?.[1]).toBeInstanceOf(NoRoom);
  });

  it('of the network that uses most memory are dropped, the slowest first, if none is stalled', () => {
    hold(begin('first of many', 'a'), 2 * MIB);
    jest.advanceTimersByTime(100);
    for (let index = 0; index < 3; index++) hold(begin('one of many', 'a'), 2 * MIB);
    hold(begin('alone', 'b'), 3 * MIB);
    expect(names()).toEqual(['first of many']);
  });

  it('of a tenant are not dropped for faster ones that somebody else sends in its name', () => {
    const honest = hold(begin('honest', 'office', 'acme'), 1 * MIB);
    jest.advanceTimersByTime(500);
    for (let index = 0; index < 6; index++) hold(begin('in its name', 'elsewhere', 'acme'), 1.5 * MIB);
    honest.complete();
    expect(new Set(names())).toEqual(new Set(['in its name']));
  });

  it('of one tenant use at most half of the memory, including those that wait for their response', () => {
    hold(begin('answered soon', 'a', 'acme'), 4 * MIB).complete();
    hold(begin('too much', 'b', 'acme'), 2 * MIB);
    hold(begin('of others', 'c', 'other'), 4 * MIB);
    expect(names()).toEqual(['too much']);
  });

  it('are not dropped once they are complete, and free their memory when they are released', () => {
    const complete = hold(begin('complete', 'a'), 9 * MIB);
    complete.complete();
    hold(begin('late', 'b'), 2 * MIB);
    expect(names()).toEqual(['late']);
    complete.release();
    complete.release();
    // Its client goes on sending what was refused.
    hold(complete, 9 * MIB);
    hold(begin('later', 'b'), 9 * MIB);
    expect(names()).toEqual(['late']);
  });

  it('are dropped if they arrive too slowly or not at all, even if there is memory', () => {
    begin('silent', 'a');
    const dribbling = begin('dribbling', 'b');
    const steady = begin('steady', 'c');
    for (let seconds = 0; seconds < 30; seconds++) {
      if (!names().includes('dribbling')) dribbling.receive(1, 0);
      steady.receive(10 * 1024, 0);
      jest.advanceTimersByTime(SECOND);
    }
    expect(names()).toEqual(['silent', 'dribbling']);
    expect(dropped.every(([, reason]) => reason instanceof BodyTooSlow)).toBe(true);
  });

  it('are not dropped if their reader is slow', () => {
    let readerIsBehind = true;
    all.begin(
      { network: () => 'a', tenantId: null },
      (reason) => dropped.push(['read slowly', reason]),
      () => ({ received: 0, readerIsBehind }),
    );
    jest.advanceTimersByTime(20 * SECOND);
    expect(names()).toEqual([]);
    readerIsBehind = false;
    jest.advanceTimersByTime(6 * SECOND);
    expect(names()).toEqual(['read slowly']);
  });
});
