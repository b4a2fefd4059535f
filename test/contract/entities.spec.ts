import { describe, expect, it } from '@jest/globals';
import { glob, readFile } from 'node:fs/promises';
import { engineEntities } from '../../apps/engine.entities.js';

describe('entities', () => {
  it('of all libraries are known to every process', async () => {
    const declared: string[] = [];
    for await (const file of glob('libs/**/*.entity.ts'))
      for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(/export class (\w+) extends/g))
        declared.push(name);
    expect(declared.length).toBeGreaterThan(20);
    expect(engineEntities.map(({ name }) => name).toSorted()).toEqual(declared.toSorted());
  });
});
