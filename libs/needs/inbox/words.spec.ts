import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './words.js';

describe('the words of a text', () => {
  it.each([
    ['Working at Heights', ['working', 'at', 'heights']],
    ['near_miss', ['near', 'miss']],
    ['  ISO-9001:2015 ', ['iso', '9001', '2015']],
    ['Zoë Ångström', ['zoë', 'ångström']],
    ['Zoe\u0308', ['zoë']],
    ['the cat, the hat', ['the', 'cat', 'hat']],
    ['安全 Schulung', ['安全', 'schulung']],
    ['ΗΛΕΚΤΡΙΣΜΟΣ', ['ηλεκτρισμος']],
    ['İstanbul', ['istanbul']],
    ['काम की सुरक्षा', ['काम', 'की', 'सुरक्षा']],
    ['%_\\ –', []],
    ['', []],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
