import { describe, expect, it } from '@jest/globals';
import { tokensOf } from './tokens.js';

const texts = (text: string, spelling: Parameters<typeof tokensOf>[1] = null): string[] =>
  tokensOf(text, spelling).map((token) => token.text);

describe('tokens', () => {
  it('are the words that may tell something', () => {
    expect(texts('Safety of the loading dock')).toEqual(['safety', 'loading', 'dock']);
  });

  it('are read in English, and remember how they were written', () => {
    expect(texts('Trabajo en las alturas')).toEqual(['work', 'height']);
    expect(tokensOf('Erste Hilfe', null)).toMatchObject([
      { text: 'first', written: 'erste hilfe' },
      { text: 'aid', written: 'erste hilfe' },
    ]);
  });

  it('leave out what "non" takes back', () => {
    expect(texts('electrical safety for non-electrical workers')).toEqual(['electrical', 'safety', 'workers']);
  });

  it('take a misspelt word for the one that was meant, and remember how it was written', () => {
    expect(tokensOf('lader use', (word) => (word === 'lader' ? ['ladder'] : null))).toMatchObject([
      { text: 'ladder', written: 'lader', respelt: 'ladder', at: 0 },
      { text: 'use', written: 'use', respelt: null, at: 1 },
    ]);
  });

  it('put the blank between two words that were run together', () => {
    expect(texts('forkliftoperator', () => ['forklift', 'operator'])).toEqual(['forklift', 'operator']);
  });
});
