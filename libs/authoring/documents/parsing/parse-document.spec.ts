import { describe, expect, it } from '@jest/globals';
import { parseDocument } from './parse-document.js';

const bytes = Buffer.from('# Forklift\n\nSound the horn.');

describe('reading a file', () => {
  it('ends with its passages', async () => {
    expect(await parseDocument(bytes, 'text/markdown')).toEqual({
      passages: [{ section: 'Forklift', text: 'Sound the horn.' }],
      pagesWithoutText: [],
    });
  });

  it('is refused if it takes too much of the processor', async () => {
    await expect(parseDocument(bytes, 'text/markdown', { cpuMs: 0 })).rejects.toMatchObject({
      code: 'unreadable_document',
      detail: 'takes too long to read',
    });
  });

  it('can be repeated if the machine was too busy', async () => {
    await expect(parseDocument(bytes, 'text/markdown', { totalMs: 0 })).rejects.toMatchObject({ code: 'unavailable' });
  });
});
