import { expect, it } from '@jest/globals';
import { whyNone } from './why-none.js';

it('says which course came closest and what it lacks, or that none is like the topic', () => {
  expect(whyNone({ courseId: 'a', title: 'Ladders', score: 0.431, evidence: ['missing: rescue'] })).toEqual([
    'closest course "Ladders" is not close enough (43 %)',
    'missing: rescue',
  ]);
  expect(whyNone(undefined)).toEqual(['no published course is like the topic']);
});
