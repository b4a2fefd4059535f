import { expect, it } from '@jest/globals';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { subjectsOf } from './subjects-of.js';

it('the subjects of a text are what it is about, not for whom or where', () => {
  expect(subjectsOf('LOTO and CPR for supervisors in hospitals', domainVocabulary())).toEqual([
    'lockout tagout',
    'CPR',
  ]);
});
