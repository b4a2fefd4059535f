import { expect, it } from '@jest/globals';
import { parseName } from '../parsing/parse-name.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { DefaultSetting } from './default-setting.js';

const vocabulary = domainVocabulary();
const home = (...titles: string[]): string | null => {
  const setting = new DefaultSetting();
  for (const title of titles) setting.add(parseName(title, vocabulary).units.filter(({ kind }) => kind === 'setting'));
  return setting.concept === null ? null : vocabulary.concept(setting.concept).name;
};

it('the default setting is the one that most courses with a setting name', () => {
  expect(
    home('Asthma in Schools', 'Asbestos in Schools', 'Fire Safety in Laboratories', 'Ladders', 'Noise at School'),
  ).toBe('school');
});

it('there is no default setting if settings differ, or only one course names one', () => {
  expect(
    home('Fire Safety in Healthcare', 'Fire Safety in Laboratories', 'Asthma in Schools', 'Noise at School'),
  ).toBeNull();
  expect(home('Asthma in Schools', 'Ladders')).toBeNull();
  expect(home()).toBeNull();
});
