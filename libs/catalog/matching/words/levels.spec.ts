import { describe, expect, it } from '@jest/globals';
import { levelAt, levelsAgree } from './levels.js';

const level = (text: string): ReturnType<typeof levelAt> => levelAt(text.split(' '), 0);

describe('a level', () => {
  it.each([
    ['level 2', 2, 2, 2],
    ['lvl 1', 1, 1, 2],
    ['level ii', 2, 2, 2],
    ['l3', 3, 3, 1],
    ['bsl 3', 3, 3, 2],
    ['nivel dos', 2, 2, 2],
    ['niv 1', 1, 1, 2],
    ['niv5', 5, 5, 1],
    ['liv 2', 2, 2, 2],
    ['basic rigging', 0, 1, 1],
    ['advanced licence', 3, 5, 1],
    ['awareness', 0, 1, 1],
  ])('is found in %j', (text, from, to, length) => {
    expect(level(text)).toMatchObject({ level: { from, to }, length });
  });

  it.each([
    'forklift',
    'level crossing',
    'stage fright',
    '2',
    'constructor',
    'level constructor',
    'stage toString',
    'level __proto__',
  ])('is not found in %j', (text) => {
    expect(level(text)).toBeNull();
  });
});

describe('levels', () => {
  const read = (text: string): NonNullable<ReturnType<typeof levelAt>>['level'] | null => level(text)?.level ?? null;

  it.each([
    ['basic', 'level 1', true],
    ['awareness', 'introduction', true],
    ['advanced', 'level 3', true],
    ['basic', 'advanced', false],
    ['level 1', 'level 2', false],
    ['awareness', 'level 2', false],
    ['none', 'level 2', true],
  ])('%j and %j: agree is %j', (one, other, agree) => {
    expect(levelsAgree(read(one), read(other))).toBe(agree);
    expect(levelsAgree(read(other), read(one))).toBe(agree);
  });
});
