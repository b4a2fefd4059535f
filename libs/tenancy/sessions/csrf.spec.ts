import { describe, expect, it } from '@jest/globals';
import { csrfTokenOf, demandCsrfToken } from './csrf.js';

const demand = (method: string, token?: string | string[]) => (): void =>
  demandCsrfToken({ method, headers: { 'x-csrf-token': token } }, 'eds_one');

describe('a change with a session cookie', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('is accepted by %s with the token of the session', (method) => {
    expect(demand(method, csrfTokenOf('eds_one'))).not.toThrow();
  });

  it.each([
    undefined,
    '',
    'eds_one',
    csrfTokenOf('eds_other'),
    `${csrfTokenOf('eds_one')}x`,
    [csrfTokenOf('eds_one'), 'x'],
  ])('is refused with the token %j', (token) => {
    expect(demand('POST', token)).toThrow('x-csrf-token');
  });

  it.each(['GET', 'HEAD'])('by %s is none, and needs no token', (method) => {
    expect(demand(method)).not.toThrow();
  });
});
