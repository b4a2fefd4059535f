import { describe, expect, it } from '@jest/globals';
import { EncodingProbe } from './text-encoding.js';

const encodingOf = (...chunks: readonly string[]): string | null => {
  const probe = new EncodingProbe();
  for (const chunk of chunks) probe.add(Buffer.from(chunk, 'latin1'));
  return probe.end().encoding;
};

describe('the encoding of a file', () => {
  it.each([
    ['a letter in the middle', ['Ren\xe9;Site A\n']],
    ['a letter at the end', ['W-1;Ren\xe9']],
    ['a letter at the end of what has arrived', ['W-1;Ren\xe9', ';Site A\n']],
    ['several of them', ['Jos\xe9', ';Ren\xe9', ';Zo\xeb']],
  ])('is Windows-1252 with %s', (_what, chunks) => {
    expect(encodingOf(...chunks)).toBe('windows-1252');
  });

  it.each([
    ['only ASCII', ['W-1;Rene\n']],
    ['a letter that arrives in parts', ['W-1;Ren\xc3', '\xa9\n']],
    ['a byte order mark', ['\xef\xbb\xbfname\n']],
  ])('is UTF-8 with %s', (_what, chunks) => {
    expect(encodingOf(...chunks)).toBe('utf-8');
  });

  it.each([
    ['UTF-8 that is cut in its only accented letter', ['W-1;Ren\xc3']],
    ['UTF-8 that is cut', ['\xc3\xa9;\xc3']],
    ['UTF-8 that is damaged', ['Zo\xc3\xab;', 'Ren\xe9\n']],
    ['a byte order mark and Windows-1252', ['\xef\xbb\xbfRen\xe9\n']],
    ['a byte that neither has', ['Ren\xe9\x81\n']],
    ['a last byte that neither has', ['\xe2\x81']],
  ])('is neither with %s', (_what, chunks) => {
    expect(encodingOf(...chunks)).toBeNull();
  });
});
