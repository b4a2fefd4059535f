import { describe, expect, it } from '@jest/globals';
import { conceptsOf } from './family.js';

const family = (terms: string): Parameters<typeof conceptsOf>[0] => ({
  name: 'Trucks',
  source: 'test',
  kind: 'subject',
  terms,
});

describe('the lines of a family', () => {
  it('each name a concept, its other terms, what it is a kind of and what it is close to', () => {
    expect(
      conceptsOf(
        family(`
      forklift = FLT, lift truck   # the general one
      reach truck < forklift ~ racking, warehouse = narrow aisle truck

      # a remark
      crane
    `),
      ),
    ).toEqual([
      { name: 'forklift', kind: 'subject', terms: ['forklift', 'FLT', 'lift truck'], broader: [], near: [] },
      {
        name: 'reach truck',
        kind: 'subject',
        terms: ['reach truck', 'narrow aisle truck'],
        broader: ['forklift'],
        near: ['racking', 'warehouse'],
      },
      { name: 'crane', kind: 'subject', terms: ['crane'], broader: [], near: [] },
    ]);
  });

  it('are refused where one names nothing, in words that show the line', () => {
    expect(() => conceptsOf(family('= FLT'))).toThrow('A line of the family "Trucks" names no concept: = FLT');
  });
});
