import { describe, expect, it } from '@jest/globals';
import { contentOf } from './content.js';

describe('the content of a data point', () => {
  it('is the same however the topic is written', () => {
    expect(contentOf('Sécurité ', 'id=1')).toBe(contentOf('securite', 'id=1'));
  });

  it('differs by the topic, the dates and the reference, whatever their lengths', () => {
    const long = 'x'.repeat(200);
    const contents = [
      contentOf(null, ''),
      contentOf('a', ''),
      contentOf('a', 'id=1'),
      contentOf('a', 'id=1 ref=1'),
      contentOf(long, 'id=1'),
      contentOf(long, 'id=2'),
    ];
    expect(new Set(contents).size).toBe(contents.length);
    expect(Math.max(...contents.map((content) => content.length))).toBeLessThanOrEqual(80);
  });
});
