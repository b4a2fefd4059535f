import { describe, expect, it } from '@jest/globals';
import { safeError } from './safe-error.js';

/** An error with additional properties, as drivers throw them. */
const thrown = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

describe('an error in the log', () => {
  it('contains its message, where it was thrown and its causes', () => {
    const cause = thrown('connect ECONNREFUSED', { code: 'ECONNREFUSED' });
    const error = safeError(new TypeError('the queue is unavailable', { cause }));
    expect(error).toMatchObject({
      type: 'TypeError',
      message: 'the queue is unavailable',
      cause: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
    });
    expect(error.stack).toMatch(/^ {4}at /);
  });

  it('contains nothing of a row that PostgreSQL refused', () => {
    const error = thrown(
      'duplicate key value violates unique constraint "worker_email"\n - detail: Key (email)=(ann@example.com) already exists.',
      {
        code: '23505',
        table: 'worker',
        constraint: 'worker_email',
        detail: 'Key (email)=(ann@example.com) already exists.',
        parameters: ['ann@example.com'],
      },
    );
    expect(safeError(error)).toMatchObject({
      message: 'duplicate key value violates unique constraint "worker_email"',
      code: '23505',
      table: 'worker',
      constraint: 'worker_email',
    });
    expect(JSON.stringify(safeError(error))).not.toContain('ann@example.com');
  });

  it('contains nothing of a value that PostgreSQL could not parse, neither in its message nor in its stack', () => {
    const error = thrown('invalid input syntax for type uuid: "top secret"', {
      code: '22P02',
      where: 'unnamed portal parameter $1 = top secret',
    });
    expect(safeError(error).message).toBe('invalid input syntax for type uuid: "…"');
    expect(JSON.stringify(safeError(error))).not.toContain('secret');
  });

  it('contains nothing of a thrown value that is no error', () => {
    expect(JSON.stringify(safeError({ token: 'edt_1' }))).not.toContain('edt_1');
  });
});
