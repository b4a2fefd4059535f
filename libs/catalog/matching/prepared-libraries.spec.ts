import { describe, expect, it } from '@jest/globals';
import { MIB } from './bytes.js';
import { PreparedLibraries } from './prepared-libraries.js';
import type { PreparedMatcher } from './topic-matcher.js';

const NOTHING = { recommended: null, suggested: null, candidates: [], whyNone: [] };
const matcher = (bytes = 1_000): PreparedMatcher => ({ bytes, skippedNames: 0, match: () => NOTHING });

interface Controlled {
  readonly prepare: () => Promise<PreparedMatcher>;
  /** How often it was started. */
  readonly starts: () => number;
  readonly finish: (matcher: PreparedMatcher) => void;
  readonly fail: () => void;
}

/** A preparation that ends when the test says so. */
function controlled(): Controlled {
  let starts = 0;
  const { promise, resolve, reject } = Promise.withResolvers<PreparedMatcher>();
  const prepare = (): Promise<PreparedMatcher> => {
    starts++;
    return promise;
  };
  return { prepare, starts: () => starts, finish: resolve, fail: () => reject(new Error('connection lost')) };
}

describe('a library', () => {
  it('is prepared once a version, for all callers that need it', async () => {
    const libraries = new PreparedLibraries();
    const { prepare, starts, finish } = controlled();
    const both = [libraries.of('a', 1, prepare), libraries.of('a', 1, prepare)];
    const prepared = matcher();
    finish(prepared);
    const all = [...(await Promise.all(both)), await libraries.of('a', 1, prepare)];
    for (const library of all) expect(library).toEqual({ version: 1, matcher: prepared });
    expect(starts()).toBe(1);
  });

  it('is prepared in a later version after the current preparation has ended', async () => {
    const libraries = new PreparedLibraries();
    const [first, second] = [controlled(), controlled()];
    const before = libraries.of('a', 1, first.prepare);
    const after = libraries.of('a', 2, second.prepare);
    expect(second.starts()).toBe(0);
    const [old, latest] = [matcher(), matcher()];
    first.finish(old);
    second.finish(latest);
    expect((await before).matcher).toBe(old);
    expect((await after).matcher).toBe(latest);
    expect(await libraries.of('a', 1, first.prepare)).toEqual({ version: 2, matcher: latest });
  });

  it('does not wait for the library of another tenant', async () => {
    const libraries = new PreparedLibraries();
    void libraries.of('a', 1, controlled().prepare);
    const prepared = matcher();
    expect((await libraries.of('b', 1, () => Promise.resolve(prepared))).matcher).toBe(prepared);
  });

  it('is prepared by the next caller if the preparation of the first one fails', async () => {
    const libraries = new PreparedLibraries();
    const { prepare, fail } = controlled();
    const first = libraries.of('a', 1, prepare);
    const prepared = matcher();
    const second = libraries.of('a', 1, () => Promise.resolve(prepared));
    fail();
    await expect(first).rejects.toThrow('connection lost');
    expect((await second).matcher).toBe(prepared);
  });

  it('is prepared again after all were forgotten, also one whose preparation had begun', async () => {
    const libraries = new PreparedLibraries();
    const [first, second] = [controlled(), controlled()];
    const before = libraries.of('a', 2, first.prepare);
    libraries.clear();
    const after = libraries.of('a', 1, second.prepare);
    first.finish(matcher());
    const prepared = matcher();
    second.finish(prepared);
    await before;
    expect(await after).toEqual({ version: 1, matcher: prepared });
    expect(libraries.known('a', 1)).toEqual({ version: 1, matcher: prepared });
  });

  it('is evicted when others need its memory, whatever their number is', async () => {
    const libraries = new PreparedLibraries();
    const use = (tenantId: string, bytes: number): ReturnType<PreparedLibraries['of']> =>
      libraries.of(tenantId, 1, () => Promise.resolve(matcher(bytes)));
    const first = await use('first', 35 * MIB);
    for (let index = 0; index < 1_000; index++) await use(`small ${index}`, 1_000);
    expect(await use('first', 35 * MIB)).toBe(first);
    await use('large', 40 * MIB);
    expect(await use('first', 35 * MIB)).not.toBe(first);
  });
});
