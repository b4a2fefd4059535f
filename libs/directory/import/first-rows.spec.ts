import { describe, expect, it } from '@jest/globals';
import { FirstRows } from './first-rows.js';

describe('the first rows of an import', () => {
  it('are found by their keys, however many there are', () => {
    const rows = new FirstRows();
    const claims = Array.from({ length: 100_000 }, (_, row) => rows.claim(`W-${row}`, row + 2));
    expect(claims.every((earlier) => earlier === null)).toBe(true);
    expect(rows.claim('W-0', 200_000)).toBe(2);
    expect(rows.claim('W-99999', 200_001)).toBe(100_001);
    expect(rows.claim('W-100000', 200_002)).toBeNull();
  });
});
