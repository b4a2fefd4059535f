import { describe, expect, it } from '@jest/globals';
import { OwnWords } from './own-words.js';

const beast = { term: 'the Beast', means: 'Overhead Crane Operation' };
const beastCheck = { term: 'beast check', means: 'Crane Inspection' };
const own = new OwnWords([beast, beastCheck, { term: '—', means: 'nothing' }]);

describe('words of a tenant’s own', () => {
  it('are replaced by what they mean, however they are written', () => {
    expect(own.reword('THE BEAST')).toEqual({ topic: 'Overhead Crane Operation', used: [beast] });
    expect(own.reword('Refresher for the_beast')).toEqual({
      topic: 'refresher for Overhead Crane Operation',
      used: [beast],
    });
  });

  it('count from the longest on', () => {
    const both = new OwnWords([{ term: 'beast', means: 'Crane' }, beastCheck]);
    expect(both.reword('annual beast checks')).toEqual({ topic: 'annual Crane Inspection', used: [beastCheck] });
  });

  it('are found among any number that begin with the same word', () => {
    const beasts = Array.from({ length: 5_000 }, (_value, index) => ({
      term: `the beast ${index}`,
      means: `Crane ${index}`,
    }));
    const many = new OwnWords([...beasts, { term: 'The Beast 7', means: 'another' }]);
    expect(many.reword('the beast 7 refresher')?.topic).toBe('Crane 7 refresher');
    expect(many.reword('the beast')).toBeNull();
  });

  it('are not seen in parts of words or where there are none', () => {
    expect(own.reword('the beastmaster course')).toBeNull();
    expect(own.reword('—')).toBeNull();
    expect(new OwnWords([]).reword('the Beast')).toBeNull();
  });
});
