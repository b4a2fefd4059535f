import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { sharedEngine } from '../harness/engine.js';
import { EngineProcess } from '../harness/engine-process.js';
import { scaled } from '../harness/scale.js';

const APPS = ['api', 'worker'] as const;
/** Both read the same settings and wait for the same parts: in the short form, each refusal is that of one of them. */
const ofTurn = <Case>(app: (typeof APPS)[number], cases: readonly Case[]): Case[] =>
  cases.filter((_case, index) => scaled(index % APPS.length === APPS.indexOf(app), true));

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

describe.each(APPS)('the %s as a separate process', (app) => {
  const run = async (environment: Record<string, string>): Promise<[number | null, string]> => {
    const process = new EngineProcess(app, {
      PORT: '0',
      METRICS_PORT: '0',
      LOG_LEVEL: 'info',
      DATABASE_URL: database.appUrl,
      SECRETS_KEY: randomBytes(32).toString('base64'),
      OPERATOR_TOKEN: randomBytes(24).toString('hex'),
      ...environment,
    });
    return [await process.ended, process.output];
  };

  it.each(
    ofTurn(app, [
      ['without a database', { DATABASE_URL: '' }, /^DATABASE_URL is missing: it should be postgres:.*\n$/],
      [
        'without the key that seals secrets',
        { SECRETS_KEY: '' },
        /^SECRETS_KEY is missing: it should be 32 bytes in base64.*\n$/,
      ],
      ...scaled(
        [],
        // `config.spec.ts` tests the line about each setting.
        [
          [
            'without an operator token',
            { OPERATOR_TOKEN: '' },
            /^OPERATOR_TOKEN is missing: it should be at least 24 characters.*\n$/,
          ] as const,
        ],
      ),
    ] as const),
  )('refuses to start %s, with one line', async (_what, environment, line) => {
    const [status, output] = await run(environment);
    expect(status).toBe(1);
    expect(output).toMatch(line);
  });

  it.each(
    ofTurn(app, [
      [
        'with a wrong password',
        (url: string) => url.replace(/:[^:@/]+@/, ':wrong@'),
        /^DATABASE_URL cannot be connected to: password authentication failed.*\n$/,
      ],
      [
        'without a password',
        (url: string) => url.replace(/:[^:@/]+@/, '@'),
        /^DATABASE_URL has no password: it should be postgres:\/\/user:password@host:5432\/database\n$/,
      ],
      [
        'on a database that is not there',
        (url: string) => url.replace(/test_\w+/, 'none'),
        /^DATABASE_URL cannot be connected to: database "none" does not exist\n$/,
      ],
      [
        'with a role that bypasses row level security',
        () => database.ownerUrl,
        /^DATABASE_URL should name a plain role, which row level security binds, but "readiness_owner" is a superuser.*\n$/,
      ],
    ] as const),
  )('refuses to start %s, without waiting, with one line', async (_what, change, line) => {
    const [status, output] = await run({ DATABASE_URL: change(database.appUrl) });
    expect(status).toBe(1);
    expect(output).toMatch(line);
  });
});

it('the api refuses to start if another key encrypted the secrets, with one line', async () => {
  const engine = await sharedEngine({ worker: false });
  await engine.createTenant();
  const process = new EngineProcess('api', {
    PORT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'error',
    DATABASE_URL: engine.database.appUrl,
    SECRETS_KEY: randomBytes(32).toString('base64'),
    OPERATOR_TOKEN: engine.operatorToken,
  });
  expect(await process.ended).toBe(1);
  expect(process.output).toMatch(
    /^SECRETS_KEY should be the key that encrypted the signing secrets in this database.*\n$/,
  );
});

it.each([
  ['that another program has', { METRICS_PORT: '0' }, /^PORT should be a free port, not \d+: listen EADDRINUSE/m],
  ['that is the one of the metrics', {}, /^METRICS_PORT should be another port than PORT, \d+\n$/m],
])('the api refuses to start with a port %s, with a line that names its variable', async (_what, environment, line) => {
  const engine = await sharedEngine({ worker: false });
  const { port } = new URL(engine.url);
  const process = new EngineProcess('api', {
    PORT: port,
    METRICS_PORT: port,
    LOG_LEVEL: 'error',
    DATABASE_URL: engine.database.appUrl,
    SECRETS_KEY: engine.secretsKey,
    OPERATOR_TOKEN: engine.operatorToken,
    ...environment,
  });
  expect(await process.ended).toBe(1);
  expect(process.output).toMatch(line);
});

it('migrations need nothing but the addresses of the database, and end with one line', async () => {
  const run = async (environment: Record<string, string>): Promise<[number | null, string]> => {
    const process = new EngineProcess('migrate', environment);
    return [await process.ended, process.output];
  };
  const addresses = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  expect(await run(addresses)).toEqual([0, 'the schema is current: nothing to migrate\n']);
  expect(await run({ DATABASE_URL: database.appUrl })).toEqual([
    1,
    'DATABASE_OWNER_URL is missing: it should be the connection string of the owner of the database\n',
  ]);
});
