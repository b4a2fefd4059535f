import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLOSED_STATUSES, NEED_STATUSES, type NeedStatus, OPEN_STATUSES } from '../need.js';
import { IllegalTransition } from './lifecycle.errors.js';
import { NEED_EVENTS, type NeedEvent, TRANSITIONS, allowedFrom } from './need.transitions.js';

const isClosed = (status: NeedStatus): boolean => CLOSED_STATUSES.some((closed) => closed === status);
const after = (status: NeedStatus, event: NeedEvent): NeedStatus => TRANSITIONS[event].steps[status] ?? status;

describe('the lifecycle of a need', () => {
  it.each<[string, NeedEvent[], NeedStatus]>([
    ['offered, started and completed', ['offer', 'start', 'complete'], 'completed'],
    ['authored, then offered', ['author', 'offer'], 'offered'],
    ['dismissed, and reopened', ['dismiss', 'reopen'], 'open'],
    ['snoozed, and woken', ['snooze', 'wake'], 'open'],
    ['resolved by its source while a person learns', ['offer', 'start', 'resolve'], 'resolved'],
    ['offered to more people after the first have started', ['offer', 'start', 'offer'], 'in_progress'],
    ['offered, and the offer withdrawn', ['offer', 'withdraw'], 'open'],
  ])('can be: %s', (_story, events, end) => {
    let status: NeedStatus = 'open';
    for (const event of events) {
      expect(TRANSITIONS[event].steps[status]).toBeDefined();
      status = after(status, event);
    }
    expect(status).toBe(end);
  });

  it('leads from a closed status only to open, and only by a person', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOSED_STATUSES),
        fc.array(fc.constantFrom(...NEED_EVENTS), { maxLength: 30 }),
        (start, events) => {
          let status: NeedStatus = start;
          for (const event of events) {
            const next = after(status, event);
            if (isClosed(status) && next !== status) expect([next, event]).toEqual(['open', 'reopen']);
            status = next;
          }
        },
      ),
    );
  });

  it('reaches every status, and leaves each', () => {
    const reached = new Set<NeedStatus>(['open']);
    for (const status of reached) for (const event of NEED_EVENTS) reached.add(after(status, event));
    expect([...reached].toSorted()).toEqual([...NEED_STATUSES].toSorted());
    for (const status of NEED_STATUSES) expect(NEED_EVENTS.some((event) => after(status, event) !== status)).toBe(true);
  });

  it('can be ended from every open status: dismissed by a person, completed, or resolved by its source', () => {
    for (const status of OPEN_STATUSES)
      expect([after(status, 'dismiss'), after(status, 'complete'), after(status, 'resolve')]).toEqual([
        'dismissed',
        'completed',
        'resolved',
      ]);
  });
});

describe('an illegal event', () => {
  it.each<[NeedStatus, NeedEvent, NeedEvent[]]>([
    ['dismissed', 'dismiss', ['reopen']],
    ['completed', 'offer', ['reopen']],
    ['open', 'reopen', ['offer', 'author', 'dismiss', 'snooze']],
    ['offered', 'snooze', ['offer', 'dismiss']],
    ['in_progress', 'author', ['offer', 'dismiss']],
    ['snoozed', 'start', ['offer', 'author', 'dismiss', 'snooze', 'reopen']],
  ])('%s by %s is refused with the events that a person can request', (status, event, allowed) => {
    expect(TRANSITIONS[event].steps[status]).toBeUndefined();
    expect(allowedFrom(status)).toEqual(allowed);
    expect(new IllegalTransition(status, event)).toMatchObject({
      code: 'illegal_transition',
      extensions: { needStatus: status, allowed },
    });
  });
});
