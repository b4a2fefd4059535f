import { describe, expect, it } from '@jest/globals';
import { tokenize } from './tokenize.js';

const texts = (text: string, spelling: Parameters<typeof tokenize>[1] = null): string[] =>
  tokenize(text, spelling).map((token) => token.text);

describe('tokens', () => {
  it('exclude stop words', () => {
    expect(texts('Safety of the loading dock')).toEqual(['safety', 'loading', 'dock']);
  });

  it('are translated to English, and keep the original words', () => {
    expect(texts('Trabajo en las alturas')).toEqual(['work', 'height']);
    expect(tokenize('Erste Hilfe', null)).toMatchObject([
      { text: 'first', original: 'erste hilfe' },
      { text: 'aid', original: 'erste hilfe' },
    ]);
  });

  it('show what "non" negates', () => {
    expect(tokenize('for non-electrical workers', null)).toMatchObject([
      { text: 'non', negation: 'negates the next' },
      { text: 'electrical', negation: 'is negated' },
      { text: 'workers', negation: null },
    ]);
  });

  it('are corrected, and keep the original words', () => {
    expect(tokenize('lader use', (word) => (word === 'lader' ? ['ladder'] : null))).toMatchObject([
      { text: 'ladder', original: 'lader', correctedTo: 'ladder', at: 0 },
      { text: 'use', original: 'use', correctedTo: null, at: 1 },
    ]);
  });

  it('keep a correction in its own language', () => {
    expect(tokenize('reachtruk', () => ['reachtruck'])).toMatchObject([
      { text: 'reach', original: 'reachtruk', correctedTo: 'reachtruck' },
      { text: 'truck', original: 'reachtruk', correctedTo: 'reachtruck' },
    ]);
  });

  it('are split if two words lack a blank', () => {
    expect(texts('forkliftoperator', () => ['forklift', 'operator'])).toEqual(['forklift', 'operator']);
  });
});
