import { expect, it } from '@jest/globals';
import { readName } from '../reading/read-name.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { HomeSetting } from './home-setting.js';

const vocabulary = domainVocabulary();
const home = (...titles: string[]): string | null => {
  const setting = new HomeSetting();
  for (const title of titles) setting.add(readName(title, vocabulary).units);
  return setting.concept === null ? null : vocabulary.concept(setting.concept).name;
};

it('is what most of the courses that name a setting name', () => {
  expect(
    home('Asthma in Schools', 'Asbestos in Schools', 'Fire Safety in Laboratories', 'Ladders', 'Noise at School'),
  ).toBe('school');
});

it('is none where settings differ, or one course alone names one', () => {
  expect(
    home('Fire Safety in Healthcare', 'Fire Safety in Laboratories', 'Asthma in Schools', 'Noise at School'),
  ).toBeNull();
  expect(home('Asthma in Schools', 'Ladders')).toBeNull();
  expect(home()).toBeNull();
});
