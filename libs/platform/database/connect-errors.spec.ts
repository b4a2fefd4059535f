import { expect, it } from '@jest/globals';
import pg from 'pg';
import { markConnectErrors } from './connect-errors.js';
import { rethrow } from './rethrow.js';

it('a refused connection is unavailable for a while, and keeps for the log why PostgreSQL refused it', async () => {
  const refused = Object.assign(new Error('password authentication failed'), { code: '28P01' });
  const pool = Object.assign(new pg.Pool(), { connect: () => Promise.reject(refused) });
  markConnectErrors(pool);
  await expect(pool.connect().catch(rethrow)).rejects.toMatchObject({
    code: 'unavailable',
    message: refused.message,
    cause: { code: '08001', cause: refused },
  });
});
