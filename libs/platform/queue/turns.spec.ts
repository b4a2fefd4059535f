import { expect, it } from '@jest/globals';
import { type Turn, Turns } from './turns.js';

it('the turn of a tenant that a job names is first, but last while the tenant has a backlog', async () => {
  const turns = new Turns();
  const placeOf = async (tenantId: string, place: Turn['place'], hasMore: boolean): Promise<Turn['place'] | null> => {
    let given: Turn['place'] | null = null;
    await turns.take({ tenantId, place }, (turn) => {
      given = turn.place;
      return Promise.resolve(hasMore);
    });
    return given;
  };
  expect(await placeOf('busy', 'first', true)).toBe('first');
  expect(await placeOf('busy', 'first', true)).toBe('last');
  expect(await placeOf('other', 'first', false)).toBe('first');
  expect(await placeOf('other', 'last', false)).toBe('last');
  expect(await placeOf('busy', 'first', false)).toBe('last');
  expect(await placeOf('busy', 'first', false)).toBe('first');
});
