import { describe, expect, it } from '@jest/globals';
import { initialsOf } from './initials-of.js';
import { Initials } from './initials.js';

const names = [
  'Senior Managers and Certification Regime',
  'Hours of Service: Logging',
  'Zebra Safety',
  'MQI for Porters',
  'Under Age Sales to Minors',
  'Mind the gap',
];
const words = new Set(names.flatMap((name) => name.toLowerCase().split(/\W+/)));
const initials = new Initials(words);
for (const name of names) initials.add(name, initialsOf(name));

describe('initials', () => {
  it.each([
    ['SMCR', 'senior managers certification regime'],
    ['HOS refresher', 'hours of service refresher'],
    ['Mineral quality index', 'mqi'],
    ['Annual mineral quality index', 'mqi annual'],
    ['ASM refresher', 'age sales minors refresher'],
    ['ZS', 'zebra safety'],
    ['HOST', 'hours of service'],
  ])('are expanded, and words abbreviated, as the library does: %j becomes %j', (topic, written) => {
    expect(initials.rewrite(topic)?.topic).toBe(written);
  });

  it.each([
    ['Good access program', 'no abbreviation in the library'],
    ['ASM forms', 'three letters from the middle of a name may be chance'],
    ['Zebra', 'a word of the library'],
    ['ZS forms', 'too short'],
    ['ZS operator', 'two letters of a machine'],
    ['Zebra quality index', 'not its words'],
  ])('leave %j as it is: %s', (topic) => {
    expect(initials.rewrite(topic)).toBeNull();
  });

  it('are expanded only from four letters in a library of many names', () => {
    const many = new Initials(words);
    for (const name of names) many.add(name, initialsOf(name));
    for (let number = 0; number < 300; number++) many.add('Quantum Flux', initialsOf('Quantum Flux'));
    expect(many.rewrite('SMCR')?.long).toBe('senior managers certification regime');
    for (const topic of ['HOS', 'HOST', 'ZS']) expect(many.rewrite(topic)).toBeNull();
  });
});
