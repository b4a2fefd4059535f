import { describe, expect, it } from '@jest/globals';
import { removeDates } from './dates.js';

const left = (text: string): string => removeDates(text).replaceAll(/\s+/g, ' ').trim();

describe('a text without dates', () => {
  it.each([
    ['Work at Height Refresher 2026', 'Work at Height Refresher'],
    ['FLT Licence (expiring 30/09/2026)', 'FLT Licence (expiring )'],
    ['First aid 2027-01-20', 'First aid'],
    ['CPR due 3 Sept 2026', 'CPR due'],
    ['Ethics FY26', 'Ethics'],
    ['Fire safety v2', 'Fire safety'],
    ['Office_safety_v1.3', 'Office safety'],
    ['Trucks - 3 yr recert', 'Trucks - recert'],
    ['HAZWOPER 8-hour', 'HAZWOPER'],
    ['ISO 27001:2022', 'ISO 27001:'],
  ])('of %j is %j', (text, expected) => {
    expect(left(text)).toBe(expected);
  });

  it.each([
    '29 CFR 1910.147',
    '1926 subpart M',
    'NFPA 70E',
    'ISO 14001',
    'SB 1343',
    'DGUV V 3',
    'DGUV V70',
    'UN 1993',
    'DIN EN 1993-1-8',
    'NFPA 2001',
  ])('keeps the number of a rule: %j', (text) => {
    expect(left(text)).toBe(text);
  });
});
