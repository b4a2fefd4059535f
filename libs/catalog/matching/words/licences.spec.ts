import { describe, expect, it } from '@jest/globals';
import { joinLicenceClasses, licenceClassesIn } from './licences.js';

describe('the classes of driving licences', () => {
  it.each([
    ['c1e licence', ['c1e']],
    ['driving licence ce', ['ce']],
    ['fuhrerschein klasse ce', ['ce']],
    ['rcv driver - category c', ['c']],
    ['hr licence - heavy rigid', ['hr']],
    ['permis be', ['be']],
    ['heavy rigid (hr) licence', ['hr']],
    ['multi-combination', ['mc']],
    ['licence renewal', []],
    ['permiso de conducir', []],
    ['a licence, the renewed one', []],
    ["permis d'exploitation", []],
    ['driver cpc', []],
  ])('are read from %j', (text, classes) => {
    expect(licenceClassesIn(text)).toEqual(classes);
  });

  it('are one word with a trailer', () => {
    expect(joinLicenceClasses('C+E or C1 + E, A+E')).toBe('CE or C1E, A+E');
  });
});
