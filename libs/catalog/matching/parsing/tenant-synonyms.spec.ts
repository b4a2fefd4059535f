import { describe, expect, it } from '@jest/globals';
import { TenantSynonyms } from './tenant-synonyms.js';

const beast = { term: 'the Beast', means: 'Overhead Crane Operation' };
const beastCheck = { term: 'beast check', means: 'Crane Inspection' };
const own = new TenantSynonyms([beast, beastCheck, { term: '—', means: 'nothing' }]);

describe('synonyms of a tenant', () => {
  it('are replaced in any case, number and separator', () => {
    expect(own.replaceIn('THE BEAST')).toEqual({ topic: 'Overhead Crane Operation', used: [beast] });
    expect(own.replaceIn('Refresher for the_beast')).toEqual({
      topic: 'refresher for Overhead Crane Operation',
      used: [beast],
    });
  });

  it('are replaced longest first', () => {
    const both = new TenantSynonyms([{ term: 'beast', means: 'Crane' }, beastCheck]);
    expect(both.replaceIn('annual beast checks')).toEqual({ topic: 'annual Crane Inspection', used: [beastCheck] });
  });

  it.each(['FLT gate pass due 30/09/2026', 'FLT gate pass due 2027-09-30', 'flt-gate-pass due 1 Sept 2028'])(
    'are replaced whatever date the topic has: %j',
    (topic) => {
      const pass = { term: 'FLT gate pass due 01/02/2026', means: 'Forklift Operation' };
      expect(new TenantSynonyms([pass]).replaceIn(topic)?.used).toEqual([pass]);
    },
  );

  it('keep the durations beside them', () => {
    expect(own.replaceIn('the beast 8 hr, due 1/2/2026')?.topic).toBe('Overhead Crane Operation 8 hr due');
  });

  it('are found among many that start with the same word', () => {
    const beasts = Array.from({ length: 5_000 }, (_value, index) => ({
      term: `the beast ${index}`,
      means: `Crane ${index}`,
    }));
    const many = new TenantSynonyms([...beasts, { term: 'The Beast 7', means: 'another' }]);
    expect(many.replaceIn('the beast 7 refresher')?.topic).toBe('Crane 7 refresher');
    expect(many.replaceIn('the beast')).toBeNull();
  });

  it('are not replaced in parts of words', () => {
    expect(own.replaceIn('the beastmaster course')).toBeNull();
    expect(own.replaceIn('—')).toBeNull();
    expect(new TenantSynonyms([]).replaceIn('the Beast')).toBeNull();
  });
});
