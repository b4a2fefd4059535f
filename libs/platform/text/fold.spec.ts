import { describe, expect, it } from '@jest/globals';
import { fold } from './fold.js';

describe('the folded form of a text', () => {
  it.each([
    ['case', 'Working at Heights', 'WORKING AT HEIGHTS'],
    ['blanks around it', 'working at heights ', '\tworking at heights'],
    ['blanks inside', 'working  at\u00A0heights', 'working at heights'],
    ['accents', 'Sécurité à l’école', 'securite a l’ecole'],
    ['how an accent is encoded', 'Zürich', 'Zu\u0308rich'],
    ['the width of letters', 'ＳｉｔｅＡ', 'SiteA'],
    ['the capital dotted i', 'İzmir', 'izmir'],
    ['the sigma at the end of a word', 'ΟΔΟΣ', 'οδοσ'],
  ])('is the same whatever %s', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ['letters', 'Site A', 'Site B'],
    ['punctuation', 'W-1', 'W1'],
    ['where words end', 'man power', 'manpower'],
    ['vowels that are marks', 'कि', 'का'],
    ['voiced kana', 'か', 'が'],
  ])('keeps %s', (_, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('is empty only for blank text', () => {
    expect(fold(' \t')).toBe('');
    expect(fold('\u0301')).not.toBe('');
  });
});
