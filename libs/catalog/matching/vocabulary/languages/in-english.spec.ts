import { describe, expect, it } from '@jest/globals';
import { splitWords } from '../../words/split-words.js';
import { inEnglish, languages, linesOf, wordInEnglish } from './in-english.js';

const english = (text: string): string =>
  inEnglish(splitWords(text))
    .map(({ text: word }) => word)
    .join(' ');

describe('words of other languages', () => {
  it.each([
    ['uso seguro de cuchillos', 'uso safety de knife'],
    ['sustancias peligrosas', 'substance hazardous'],
    ['Lavado de dinero', 'money laundering'],
    ['Ladungssicherung', 'load securing'],
    ['NR-35 Trabalho em altura', 'work at height work em height'],
    ['risque d’incendie', 'risk fire'],
    ['Forklift operation', 'Forklift operation'.toLowerCase()],
  ])('%j are read as %j', (text, meant) => {
    expect(english(text)).toBe(meant);
  });

  it('leave a word that no language has', () => {
    expect(wordInEnglish('quantum')).toEqual(['quantum']);
  });

  it.each(languages.map((language) => [language.name, language] as const))(
    '%s: says where its words can be looked up, and gives no word two meanings',
    (_name, language) => {
      const foreign = linesOf(language).map(([word]) => word);
      expect(language.source.length).toBeGreaterThan(10);
      expect(foreign.filter((word, index) => foreign.indexOf(word) !== index)).toEqual([]);
    },
  );

  it('are written in lines of two sides', () => {
    expect(() => linesOf({ name: 'Elvish', source: 'none', words: 'friend mellon' })).toThrow(
      'A line of the language "Elvish" has no "="',
    );
  });
});
