import { describe, expect, it } from '@jest/globals';
import { readCell } from './matrix-cell.js';

describe('a cell of a training matrix', () => {
  it.each(['', ' ', 'no', 'N', '-', '–', 'n/a', '0', 'FALSE'])('%j does not require the training', (cell) =>
    expect(readCell(cell)).toBeNull(),
  );
  it.each(['x', 'X', ' x ', 'yes', 'Y', '1', 'Required', 'TRUE', '✓', '✔'])('%j requires it', (cell) =>
    expect(readCell(cell)).toEqual({}),
  );
  it.each([
    ['365', { validDays: 365 }],
    ['730 days', { validDays: 730 }],
    ['90d', { validDays: 90 }],
    ['S4', { severity: 4 }],
    ['s1', { severity: 1 }],
    ['365 S4', { validDays: 365, severity: 4 }],
    ['S4 + 365', { validDays: 365, severity: 4 }],
    ['３６５', { validDays: 365 }],
    ['x, S2', { severity: 2 }],
  ])('%j also says for how long, or how severe it is', (cell, mark) => expect(readCell(cell)).toEqual(mark));
  it.each([
    'maybe',
    'S5',
    'S0',
    'S44',
    'xS4',
    'often S4',
    'S4 S3',
    '12 months',
    '365 730',
    '-5',
    '1.5',
    'days',
    '99999',
    '0000365',
    'x?',
    '#REF!',
  ])('%j is not understood', (cell) => expect(readCell(cell)).toBeUndefined());
});
