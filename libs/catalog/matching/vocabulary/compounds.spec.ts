import { describe, expect, it } from '@jest/globals';
import { splitWords } from '../words/split-words.js';
import { splitCompound } from './compounds.js';
import { translator } from './translator.js';

const KNOWN = new Set(['gefahr', 'gefahrstoff', 'stoff', 'schutz', 'arbeit', 'laser', 'maschine', 'brand']);
const english = (text: string): string =>
  translator()
    .translate(splitWords(text))
    .map(({ text: word }) => word)
    .join(' ');

describe('a compound', () => {
  it.each([
    ['gefahrstoffschutz', ['gefahrstoff', 'schutz']],
    ['arbeitsschutz', ['arbeit', 'schutz']],
    ['maschinenschutz', ['maschine', 'schutz']],
    ['gefahrstoffunterweisung', ['gefahrstoff', 'schulung']],
    ['kletterlehrgang', ['kletter', 'schulung']],
  ])('is split into the longest words: %s', (word, parts) => {
    expect(splitCompound(word, (part) => KNOWN.has(part))).toEqual(parts);
  });

  it('stays whole if a part of it is unknown, or if it is very long', () => {
    expect(splitCompound('gefahrxyz', (part) => KNOWN.has(part))).toBeNull();
    expect(splitCompound('schutz'.repeat(10), (part) => KNOWN.has(part))).toBeNull();
  });

  it.each([
    ['Gefahrstoffunterweisung', 'hazardous substances training'],
    ['Lasersicherheit', 'laser safety'],
    ['Hubarbeitsbuehnenschulung', 'elevating work platform training'],
    ['Schweißerprüfung', 'welding'],
  ])('of German is translated: %s', (word, translated) => {
    expect(english(word)).toBe(translated);
  });

  it.each(['leadership', 'housekeeping', 'electricians', 'brand', 'personal', 'labor', 'last'])(
    'is no English word: %s',
    (word) => {
      expect(english(word)).toBe(word);
    },
  );
});
