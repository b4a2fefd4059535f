import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { consoleUser } from '../factories/users.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { CLIENT } from '../harness/openid-issuer.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

let sso: SingleSignOn;

beforeAll(async () => {
  sso = await SingleSignOn.start();
});
afterAll(() => sso.close());
beforeEach(async () => {
  await sso.begin();
  await sso.setUp();
});

/** Changes the settings in another transaction while `call` runs, which waits for it at its last step. */
async function changedDuring<T>(change: string, call: () => Promise<T>): Promise<T> {
  const { id } = sso.tenant;
  return sso.engine.database.inTransaction(async (tx: pg.ClientBase) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('users:' || $1, 0))`, [id]);
    await tx.query(`${change} where tenant_id = $1`, [id]);
    const answer = call();
    await eventuallyLocked(sso.engine);
    await tx.query('commit');
    return await answer;
  });
}

const REPLACE = `update oidc_settings set default_role = 'author', version = 2`;

describe('settings of single sign-on that another admin changes meanwhile', () => {
  it('are not removed by a request that names the former version', async () => {
    const { status, body } = await changedDuring(REPLACE, () =>
      sso.tenant.admin('DELETE', '/oidc', undefined, { 'if-match': '"1"' }),
    );
    expect([status, body]).toMatchObject([412, { code: 'stale' }]);
    expect((await sso.tenant.admin('GET', '/oidc')).body).toMatchObject({ issuer: sso.issuer.url, version: 2 });
  });

  it('are not stored again without their secret after they were removed', async () => {
    const { status, body } = await changedDuring('delete from oidc_settings', () =>
      sso.tenant.admin('PUT', '/oidc', { issuer: sso.issuer.url, clientId: CLIENT.clientId }),
    );
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'clientSecret' }] }]);
  });

  it.each([
    ['replaced', REPLACE],
    ['removed', 'delete from oidc_settings'],
  ])('let nobody in by what was %s', async (_what, change) => {
    await consoleUser(sso.tenant, { email: sso.addAccount('ada') });
    const { code, session } = await changedDuring(change, () => sso.logIn());
    expect([code, session]).toMatchObject(['sign_on_lost', { code: 'unauthorized' }]);
  });
});

it('a log-in beside a change of the password locks none of the sessions that the change ends', async () => {
  const { tenant, engine } = sso;
  const user = await consoleUser(tenant, { email: sso.addAccount('ada') });
  await sso.logIn();
  await engine.database.query('update console_session set expires_at = now() where tenant_id = $1', [tenant.id]);
  await engine.database.inTransaction(async (tx: pg.ClientBase) => {
    await tx.query(`set local lock_timeout = '1s'`);
    await tx.query('select from console_user where tenant_id = $1 and email = $2 for update', [tenant.id, user.email]);
    const logIn = sso.logIn();
    await eventuallyLocked(engine);
    await tx.query('delete from console_session where tenant_id = $1', [tenant.id]);
    await tx.query('commit');
    expect((await logIn).session).toMatchObject({ user: { email: user.email } });
  });
});
