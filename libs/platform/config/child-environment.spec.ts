import { describe, expect, it } from '@jest/globals';
import { childEnvironment } from './child-environment.js';

describe('the environment of a program that the engine starts', () => {
  it('has the common variables, and no setting of the engine', () => {
    const needed = {
      PATH: '/usr/bin',
      HOME: '/home/engine',
      TMPDIR: '/tmp',
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      LD_LIBRARY_PATH: '/opt/lib',
    };
    const settings = {
      SECRETS_KEY: 's',
      OPERATOR_TOKEN: 'o',
      AI_API_KEY: 'a',
      DATABASE_URL: 'd',
      REDIS_URL: 'r',
      PGPASSWORD: 'p',
      LD_PRELOAD: 'l',
      AWS_SECRET_ACCESS_KEY: 'w',
      lc_all: 'x',
      LC_ALL_KEY: undefined,
    };
    expect(childEnvironment({ ...needed, ...settings })).toEqual(needed);
  });
});
