import { describe, expect, it } from '@jest/globals';
import { NEED_EVENTS, TRANSITIONS } from '../lifecycle/need.transitions.js';
import { EVENT_TYPES } from './event-types.js';

describe('the events that are published outside of the engine', () => {
  it('are all transitions of a need, and those without a transition', () => {
    const moves = NEED_EVENTS.map((event) => `need.${TRANSITIONS[event].auditVerb}`);
    const others = [
      'need.created',
      'need.updated',
      'assignment.created',
      'assignment.extended',
      'assignment.completed',
      'assignment.cancelled',
      'assignment.withdrawn',
    ];
    expect(EVENT_TYPES.toSorted()).toEqual([...moves, ...others].toSorted());
  });
});
