import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password-rules.js';

const OWN = ['Ada Lovelace', 'ada.lovelace@acme.example', 'Acme Logistics', 'acme'];

describe('a password', () => {
  it.each([
    'correct horse battery staple',
    'tr0ub4dor & gr1d',
    'vier stille Fische',
    'x9#mQ2v$Lp7!',
    'ein schöner Übertragungsfehler',
    '日本語の長い合言葉はどうですか',
    'kettle-mumble-3',
    'k'.concat('wz'.repeat(2), 'fjhpqtnrmb'),
    'a1b2'.repeat(60).concat('zjqwxkvbpd'),
  ])('may be %j', (password) => {
    expect(passwordFault(password, OWN)).toBeNull();
  });

  it.each(['', 'short', 'elevenchars', '😀'.repeat(11)])(
    'of fewer than twelve characters is refused: %j',
    (password) => {
      expect(passwordFault(password, OWN)).toBe('must have at least 12 characters');
    },
  );

  it('of more than 256 characters is refused', () => {
    expect(passwordFault('xk7 vbq '.repeat(33), OWN)).toBe('must have at most 256 characters');
  });

  it.each([
    'password1234',
    'P4ssw0rd!P4ssw0rd!',
    'Summer2026!!!',
    'aaaaaaaaaaaa',
    '123456789012',
    'abcdefghijkl',
    '987654321098',
    'abcabcabcabc',
    'qwertyuiop123',
    'iloveyou-iloveyou',
    'Welcome to Edifyd 1',
    'administrator',
    'Ada.Lovelace.1',
    'acme-logistics-2026',
    'lovelace@acme.example',
    '            ',
    '!!!!!!!!!!!!',
    'monkeydragonmaster',
    'Trustno1Trustno1',
  ])('that is easily guessed is refused: %j', (password) => {
    expect(passwordFault(password, OWN)).toMatch(/^is easily guessed/);
  });

  it.each(['t-1919efgh', 'depot-1234-kiel', 'xkxkvbvb', 't-2019ab34', 'm00n-b4se'])(
    "that consists of the tenant's name is refused, whatever that is made of: %j",
    (slug) => {
      expect(passwordFault(`${slug}-password`, [...OWN, slug])).toMatch(/^is easily guessed/);
    },
  );
});
