import { hash } from '@node-rs/argon2';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ClsServiceManager } from 'nestjs-cls';
import { RequestScope } from '#platform/database';
import { Passwords } from './passwords.js';

describe('passwords', () => {
  const passwords = new Passwords(new RequestScope(ClsServiceManager.getClsService()));
  beforeAll(() => passwords.onModuleInit());

  it('are hashed with Argon2id, 19 MiB, two passes, and a new salt', async () => {
    const [one, other] = await Promise.all([passwords.hash('correct horse'), passwords.hash('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwords.check(one, 'correct horse')).toEqual({ matches: true, isOutdated: false });
    expect(await passwords.check(one, 'correct  horse')).toEqual({ matches: false, isOutdated: false });
  });

  it('are marked for rehashing if the parameters have changed', async () => {
    const stored = await hash('correct horse', { memoryCost: 4_096, timeCost: 1 });
    expect(await passwords.check(stored, 'correct horse')).toEqual({ matches: true, isOutdated: true });
  });

  it('match whatever form of Unicode a keyboard produces', async () => {
    const stored = await passwords.hash('\u00e4 \ufb01ne p\u00e4ssphrase');
    expect(await passwords.check(stored, 'a\u0308 fine pa\u0308ssphrase')).toMatchObject({ matches: true });
  });

  it('never match if there is none', async () => {
    expect(await passwords.check(null, '')).toEqual({ matches: false, isOutdated: false });
  });
});
