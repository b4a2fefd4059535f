import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { EngineProcess } from '../harness/engine-process.js';
import { eventually } from '../harness/eventually.js';
import { scaled } from '../harness/scale.js';

const APPS = ['api', 'worker'] as const;
/** Both read the same settings and wait for the same parts: in the short form, each refusal is that of one of them. */
const ofTurn = <Case>(app: (typeof APPS)[number], cases: readonly Case[]): Case[] =>
  cases.filter((_case, index) => scaled(index % APPS.length === APPS.indexOf(app), true));

type Settings = Record<string, string>;

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const settings = (): Settings => ({
  PORT: '0',
  METRICS_PORT: '0',
  LOG_LEVEL: 'info',
  DATABASE_URL: database.appUrl,
  SECRETS_KEY: randomBytes(32).toString('base64'),
  OPERATOR_TOKEN: randomBytes(24).toString('hex'),
});

/** Settings of a process beside an engine, with another key than its own. */
const beside = (engine: SharedEngine) => ({ ...settings(), LOG_LEVEL: 'error', DATABASE_URL: engine.database.appUrl });

/** Why a process does not start, the settings that cause it, and the line that it writes. */
const REFUSALS: ReadonlyArray<readonly [why: string, settings: (databaseUrl: string) => Settings, line: RegExp]> = [
  ['without a database', () => ({ DATABASE_URL: '' }), /^DATABASE_URL is missing: it should be postgres:.*\n$/],
  [
    'without the key that seals secrets',
    () => ({ SECRETS_KEY: '' }),
    /^SECRETS_KEY is missing: it should be 32 bytes in base64.*\n$/,
  ],
  [
    'with a wrong password',
    (url) => ({ DATABASE_URL: url.replace(/:[^:@/]+@/, ':wrong@') }),
    /^DATABASE_URL cannot be connected to: password authentication failed.*\n$/,
  ],
  [
    'without a password',
    (url) => ({ DATABASE_URL: url.replace(/:[^:@/]+@/, '@') }),
    /^DATABASE_URL has no password: it should be postgres:\/\/user:password@host:5432\/database\n$/,
  ],
  [
    'on a database that is not there',
    (url) => ({ DATABASE_URL: url.replace(/test_\w+/, 'none') }),
    /^DATABASE_URL cannot be connected to: database "none" does not exist\n$/,
  ],
  [
    'with TLS on a server that has none',
    (url) => ({ DATABASE_URL: `${url}&sslmode=verify-full` }),
    /^DATABASE_URL cannot be connected to: The server does not support SSL connections\n$/,
  ],
  [
    'with a certificate that is not there',
    (url) => ({ DATABASE_URL: `${url}&sslrootcert=/no/ca.pem` }),
    /^DATABASE_URL cannot be connected to: ENOENT: no such file or directory, open '\/no\/ca\.pem'\n$/,
  ],
  [
    'with settings that replace those of the engine',
    (url) => ({ DATABASE_URL: `${url}&options=${encodeURIComponent('-c statement_timeout=60s')}` }),
    /^DATABASE_URL should lead to PostgreSQL itself, without a pooler and without a parameter "options": .*\n$/,
  ],
  [
    'with a role that bypasses row level security',
    () => ({ DATABASE_URL: database.ownerUrl }),
    /^DATABASE_URL should name a plain role, which row level security binds, but "readiness_owner" is a superuser.*\n$/,
  ],
  ...scaled(
    [],
    // `config.spec.ts` tests the line about each setting.
    [
      [
        'without an operator token',
        () => ({ OPERATOR_TOKEN: '' }),
        /^OPERATOR_TOKEN is missing: it should be at least 24 characters.*\n$/,
      ] as const,
    ],
  ),
];

/** Runs a process until it ends by itself. @returns its exit status and its output */
async function run(app: 'api' | 'worker' | 'migrate', environment: Settings): Promise<[number | null, string]> {
  const process = new EngineProcess(app, environment);
  return [await process.ended, process.output];
}

describe.each(APPS)('the %s as a separate process', (app) => {
  it('logs where it can be asked', async () => {
    const engine = new EngineProcess(app, settings());
    await eventually(async () => {
      expect(engine.output).toMatch(/"metrics and probes are at 127\.0\.0\.1, port \d+"/);
      if (app === 'api') expect(engine.output).toMatch(/"listening on http:\/\/127\.0\.0\.1:\d+"/);
    });
    await engine.kill();
  });

  it.each(ofTurn(app, REFUSALS))('refuses to start %s, at once and with one line', async (_why, changes, line) => {
    const [status, output] = await run(app, { ...settings(), ...changes(database.appUrl) });
    expect(status).toBe(1);
    expect(output).toMatch(line);
  });
});

it('the api refuses to start if another key encrypted the secrets, with one line', async () => {
  const engine = await sharedEngine({ worker: false });
  await engine.createTenant();
  const [status, output] = await run('api', beside(engine));
  expect(status).toBe(1);
  expect(output).toMatch(/^SECRETS_KEY should be the key that encrypted the signing secrets in this database.*\n$/);
});

it.each([
  [
    'that another program has',
    { METRICS_PORT: '0' },
    /^PORT should be a free port, not \d+: another program has it on 127\.0\.0\.1$/m,
  ],
  ['that is the one of the metrics', {}, /^METRICS_PORT should be another port than PORT, \d+\n$/m],
])('the api refuses to start with a port %s, with a line that names its variable', async (_what, changes, line) => {
  const engine = await sharedEngine({ worker: false });
  const { port } = new URL(engine.url);
  const [status, output] = await run('api', {
    ...beside(engine),
    SECRETS_KEY: engine.secretsKey,
    PORT: port,
    METRICS_PORT: port,
    ...changes,
  });
  expect(status).toBe(1);
  expect(output).toMatch(line);
});

it('migrations need nothing but the addresses of the database, and end with one line', async () => {
  const addresses = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  expect(await run('migrate', addresses)).toEqual([0, 'the schema is current: nothing to migrate\n']);
  expect(await run('migrate', { DATABASE_URL: database.appUrl })).toEqual([
    1,
    'DATABASE_OWNER_URL is missing: it should be the connection string of the owner of the database\n',
  ]);
});
