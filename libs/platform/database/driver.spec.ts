import { describe, expect, it } from '@jest/globals';
import { PostgreSqlPlatform } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { QuickPlatform } from './driver.js';

describe('a value in a statement', () => {
  it('is escaped like in the library, whatever it contains', () => {
    const [quick, library] = [new QuickPlatform(), new PostgreSqlPlatform()];
    const text = fc.string({ unit: fc.constantFrom("'", '\\', '"', '?', '$1', 'a', 'é', '\0', '\n', '😀') });
    fc.assert(fc.property(text, (value) => expect(quick.quoteValue(value)).toBe(library.quoteValue(value))));
  });
});
