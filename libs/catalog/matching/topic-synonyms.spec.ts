import { describe, expect, it } from '@jest/globals';
import { LIBRARY, match, titled } from './sample-library.js';

describe('a synonym of the tenant', () => {
  const beast = { term: 'the Beast', means: 'Forklift Operation' };

  it('is replaced by its meaning, in a longer topic too, and the evidence says so', async () => {
    expect((await match('The Beast')).recommended).toBeNull();
    expect((await match('The Beast', null, LIBRARY, [beast])).recommended).toMatchObject({
      courseId: 'forklift',
      evidence: ['"the Beast" means "Forklift Operation" here', 'title equals "Forklift Operation"'],
    });
    expect((await match('the_beast refresher', null, LIBRARY, [beast])).recommended?.courseId).toBe('forklift');
  });

  it('is not replaced where its words mean another thing', async () => {
    const library = [titled('Yellow Box Basics'), titled('Mental Health First Aid')];
    const synonym = { term: 'First aid', means: 'Yellow Box Basics' };
    const found = async (topic: string): Promise<string | undefined> =>
      (await match(topic, null, library, [synonym])).recommended?.title;
    expect(await found('First aid, annual refresher')).toBe('Yellow Box Basics');
    expect(await found('Mental health first aid, annual refresher')).toBe('Mental Health First Aid');
  });

  it('takes precedence over the vocabulary, but not over names of the library', async () => {
    const other = [
      { term: 'LOTO', means: 'Widget Calibration' },
      { term: 'Manual Handling', means: 'Widget Calibration' },
    ];
    expect((await match('LOTO', null, LIBRARY, other)).recommended?.courseId).toBe('widget');
    expect((await match('Manual Handling', null, LIBRARY, other)).recommended?.courseId).toBe('manual');
  });
});
