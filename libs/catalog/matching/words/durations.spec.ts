import { describe, expect, it } from '@jest/globals';
import { joinDurations } from './durations.js';

describe('a duration', () => {
  it.each([
    ['HAZWOPER 40 hr', 'HAZWOPER 40hour'],
    ['OSHA 10-Hour Construction', 'OSHA 10hour Construction'],
    ['First Aid at Work (3 day)', 'First Aid at Work (3day)'],
    ['Formazione generale lavoratori – 08 ore', 'Formazione generale lavoratori – 8hour'],
    ['PRL 20h - Ferrallado', 'PRL 20hour - Ferrallado'],
    ['DCPC 35hrs - 7 hrs outstanding', 'DCPC 35hour - 7hour outstanding'],
  ])('is one word: %j → %j', (text, joined) => {
    expect(joinDurations(text)).toBe(joined);
  });

  it.each([
    'First aid - due in 3 days',
    'Licence expires within 14 days',
    'CPR 5 days overdue',
    'Check every 2 hours',
    '4.5 hr break',
    'Forklift 90 days',
    'Course 400 hours',
    '3D printing',
    'R489 1 horse',
  ])('does not include what says when something is due, or another number: %j', (text) => {
    expect(joinDurations(text)).toBe(text);
  });
});
