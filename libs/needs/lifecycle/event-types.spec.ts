import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { NEED_EVENTS, TRANSITIONS } from './need.transitions.js';
import { NEED_EVENT_TYPES } from '../events/event-types.js';

const WORDS = 'apps/console/shared/text/en/needs.ts';

/** Events that are no transition of a need. */
const OTHERS = [
  'need.created',
  'need.updated',
  'assignment.created',
  'assignment.extended',
  'assignment.completed',
  'assignment.cancelled',
  'assignment.withdrawn',
];

const types: readonly string[] = NEED_EVENT_TYPES;

describe('the events that are published outside of the engine', () => {
  it('are all transitions of a need, and those without a transition', () => {
    const expected = [...NEED_EVENTS.map((event) => `need.${TRANSITIONS[event].auditVerb}`), ...OTHERS];
    expect([
      ...expected.filter((type) => !types.includes(type)).map((type) => `add ${type} to NEED_EVENT_TYPES`),
      ...types.filter((type) => !expected.includes(type)).map((type) => `no transition is ${type}: add it to OTHERS`),
    ]).toEqual([]);
  });

  it('have words in the history of a need', async () => {
    const words = await readFile(WORDS, 'utf8');
    const ofNeeds = types.filter((type) => type.startsWith('need.'));
    expect(
      ofNeeds.filter((type) => !words.includes(`'${type}':`)).map((type) => `add words for ${type} to ${WORDS}`),
    ).toEqual([]);
  });
});
