import { describe, expect, it } from '@jest/globals';
import { splitWords } from '../words/split-words.js';
import { Translator, translator } from './translator.js';

const translated = (text: string, by = translator()): string =>
  by
    .translate(splitWords(text))
    .map(({ text: word }) => word)
    .join(' ');

describe('a translator', () => {
  it.each([
    ['uso seguro de cuchillos', 'uso safety de knife'],
    ['sustancias peligrosas', 'substance hazardous'],
    ['Lavado de dinero', 'money laundering'],
    ['Ladungssicherung', 'load securing'],
    ['Heftruckchauffeurs', 'forklift'],
    ['carrelli elevatori', 'forklift'],
    ['NR-35 Trabalho em altura', 'work at height work em height'],
    ['risque d’incendie', 'risk fire'],
    ['Forklift operation', 'forklift operation'],
  ])('translates %j to %j', (text, english) => {
    expect(translated(text)).toBe(english);
  });

  it('translates to words as topics have them: in small letters, without dashes and "and"', () => {
    const elvish = { title: 'Elvish', entries: [{ english: 'CPR and self-help', words: ['envinyatar'] }] };
    expect(translated('envinyatar', new Translator([elvish]))).toBe('cpr self help');
  });

  it('keeps a word that no dictionary has', () => {
    expect(translator().translateWord('quantum')).toEqual(['quantum']);
  });

  it('takes the translation of the first dictionary that has a word', () => {
    const elvish = { title: 'Elvish', entries: [{ english: 'friend', words: ['mellon'] }] };
    const dwarvish = { title: 'Dwarvish', entries: [{ english: 'fruit', words: ['mellon'] }] };
    expect(translated('mellon', new Translator([elvish, dwarvish]))).toBe('friend');
  });
});
