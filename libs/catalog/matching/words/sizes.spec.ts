import { describe, expect, it } from '@jest/globals';
import { sizesDiffer, sizesIn } from './sizes.js';

describe('the sizes of a name', () => {
  it.each([
    ['Boom lift over 11 m', [['m', 11, Infinity]]],
    ['Felling trees up to 380mm', [['m', 0, 0.38]]],
    ['360 excavator >10t', [['kg', 10_000, Infinity]]],
    ['Excavator 10 tonnes and above', [['kg', 10_000, Infinity]]],
    ['Switching ≤ 1,000 V', [['V', 0, 1_000]]],
    ['11 kV jointing', [['V', 11_000, 11_000]]],
    ['Kran bis 5 t', [['kg', 0, 5_000]]],
    ['Trench 1.5m deep', [['m', 1.5, 1.5]]],
    ['DGUV V 3, 12 months, 3-5 t, category 3', []],
  ])('are read from %j', (text, sizes) => {
    expect(sizesIn(text).map(({ unit, from, to }) => [unit, from, to])).toEqual(sizes);
  });

  it.each([
    ['over 11 m', 'under 11 m', true],
    ['11 m', 'under 11 m', false],
    ['20t', 'below 10 tonnes', true],
    ['20t', 'above 10 tonnes', false],
    ['33 kV', '11kV', true],
    ['18 m', 'over 40 ft', false],
    ['5 kg', 'over 11 m', false],
    ['5 kg', 'lifting', false],
  ])('differ between %j and %j: %s', (one, other, differ) => {
    expect(sizesDiffer(sizesIn(one), sizesIn(other))).toBe(differ);
    expect(sizesDiffer(sizesIn(other), sizesIn(one))).toBe(differ);
  });
});
