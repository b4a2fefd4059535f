import { describe, expect, it } from '@jest/globals';
import { NotReadyYet, waitFor } from './wait-for.js';

/** A check that fails with each of the errors in turn, and then passes. */
const failing =
  (...errors: Error[]) =>
  async (): Promise<void> => {
    const error = errors.shift();
    if (error !== undefined) throw error;
  };

describe('waiting for a dependency', () => {
  it('logs nothing if it is available', async () => {
    const reported: string[] = [];
    await waitFor(failing(), (what) => void reported.push(what));
    expect(reported).toEqual([]);
  });

  it('logs the reason once, again when the reason changes, and continues when all is available', async () => {
    const reported: string[] = [];
    await waitFor(
      failing(new NotReadyYet('a'), new NotReadyYet('a'), new NotReadyYet('b')),
      (what) => void reported.push(what),
    );
    expect(reported).toEqual(['a', 'b']);
  });

  it('does not wait if waiting does not help', async () => {
    await expect(waitFor(failing(new NotReadyYet('a'), new Error('wrong password')), () => undefined)).rejects.toThrow(
      'wrong password',
    );
  });
});
