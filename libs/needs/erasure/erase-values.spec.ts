import { describe, expect, it } from '@jest/globals';
import { eraseColumn, eraseEvent, eraseJson } from './erase-values.js';
import { personOf } from './person.js';

const KEYS = { names: ['Ada Lovelace'], externalWorkerIds: ['12'], emails: ['ada@acme.com'], learnerIds: ['L-2044'] };
const person = personOf('01890000-0000-7000-8000-0a1b2c3d4e5f', { keys: KEYS, ownKeys: KEYS }, () => false);
const pseudonym = 'erased-0a1b2c3d4e5f';

describe('erasing a person from values', () => {
  it('replaces what names nobody else wherever it stands, however it is written', () => {
    const erased = (text: string): string => eraseColumn('topic', text, person, false);
    expect(erased('for ADA  Lovelace, ada@acme.com (L-2044)')).toBe(`for ${pseudonym}, ${pseudonym} (${pseudonym})`);
    expect(erased('email=ada@acme.com:rigging')).toBe(`email=${pseudonym}:rigging`);
    expect(erased('?by=Ada%20Lovelace&to=ada%40acme.com')).toBe(`?by=${pseudonym}&to=${pseudonym}`);
    expect(erased('nada@acme.com, L-20445, Ada, 12')).toBe('nada@acme.com, L-20445, Ada, 12');
  });

  it('replaces every name and key in own records', () => {
    const value = { id: '12', people: 112, count: 12, date: '2026-12-12', text: 'Ada fell', note: 'anything' };
    expect(eraseJson(value, person, true)).toEqual({
      id: pseudonym,
      people: 112,
      count: pseudonym,
      date: '2026-12-12',
      text: `${pseudonym} fell`,
      note: pseudonym,
    });
    expect(eraseJson(value, person, false)).toEqual(value);
  });

  it.each([
    ['A123', true],
    ['A12', false],
    ['123456', true],
    ['12345', false],
    ['ABCDE', false],
  ])('replaces the key %s outside of own records: %s', (key, isReplaced) => {
    const keys = { ...KEYS, externalWorkerIds: [key] };
    const one = personOf(person.workerId, { keys, ownKeys: keys }, () => false);
    expect(eraseColumn('topic', `for ${key}`, one, false)).toBe(`for ${isReplaced ? pseudonym : key}`);
    expect(eraseColumn('topic', key, one, true)).toBe(pseudonym);
  });

  it('replaces lists, names of fields, and numbers of any size, and keeps what is empty', () => {
    const card = '12345678901234567890';
    const keys = { ...KEYS, learnerIds: [card] };
    const one = personOf(person.workerId, { keys, ownKeys: keys }, () => false);
    const value = {
      seen: ['12', null, ['Ada']],
      'Ada Lovelace': 1,
      note: null,
      card: JSON.rawJSON(card),
    };
    expect(eraseJson(value, one, true)).toEqual({
      seen: [pseudonym, null, [pseudonym]],
      [pseudonym]: 1,
      note: null,
      card: pseudonym,
    });
    expect(eraseJson(value.card, one, false)).toBe(value.card);
  });

  it('keeps of an own event what had to be learned', () => {
    const data = { topic: 'Rigging', severity: 3, site: 'North', email: 'x@y.z', payload: { diagnosis: 'vertigo' } };
    expect(eraseEvent({ event: 'signal.incident', data }, person)).toEqual({
      event: 'signal.incident',
      data: { topic: 'Rigging', severity: 3, site: 'North', external_worker_id: pseudonym },
    });
  });

  it('does not take a name that another worker has for this person outside of own records', () => {
    const shared = personOf(person.workerId, { keys: KEYS, ownKeys: KEYS }, () => true);
    expect(eraseColumn('note', 'Ada Lovelace', shared, false)).toBe('Ada Lovelace');
    expect(eraseColumn('text', 'by Ada Lovelace', shared, true)).toBe(`by ${pseudonym}`);
  });
});
