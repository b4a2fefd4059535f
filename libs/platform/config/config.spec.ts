import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LOG_LEVELS, dataDir, readConfig, wantsEmbeddedDatabase } from './config.js';
import { StartError } from './start-error.js';

const KEY = Buffer.alloc(32, 7);

const ENVIRONMENT = {
  DATABASE_URL: 'postgres://app:pw@db.example:5432/engine',
  SECRETS_KEY: KEY.toString('base64'),
  OPERATOR_TOKEN: 'o'.repeat(24),
};

function refusal(environment: Record<string, string | undefined>): string {
  try {
    readConfig({ ...ENVIRONMENT, ...environment });
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return '';
}

describe('the configuration', () => {
  it('has the defaults of the contract if only the required variables are set', () => {
    expect(readConfig(ENVIRONMENT)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      metricsPort: 9464,
      databaseUrl: ENVIRONMENT.DATABASE_URL,
      databaseOwnerUrl: null,
      redisUrl: null,
      dataDir: resolve('.data'),
      secretsKeys: { current: KEY, previous: [] },
      operatorToken: ENVIRONMENT.OPERATOR_TOKEN,
      publicUrl: 'http://127.0.0.1:3000',
      trustedProxies: [],
      outboundNetworks: [],
      logLevel: 'info',
      traces: null,
      embeddings: null,
      draftModel: null,
    });
  });

  it('is read from the environment, and trimmed', () => {
    const environment = {
      PORT: ' 8080 ',
      HOST: '0.0.0.0',
      METRICS_PORT: '0',
      DATABASE_URL: 'postgresql://app@db/engine?sslmode=require',
      DATABASE_OWNER_URL: 'postgres://owner:pw@db/engine',
      REDIS_URL: 'rediss://cache:6380',
      DATA_DIR: '/var/lib/engine',
      OUTBOUND_NETWORKS: '10.20.0.0/16, fd00::1',
      LOG_LEVEL: 'debug',
    };
    expect(readConfig({ ...ENVIRONMENT, ...environment })).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      metricsPort: 0,
      databaseUrl: environment.DATABASE_URL,
      databaseOwnerUrl: environment.DATABASE_OWNER_URL,
      redisUrl: environment.REDIS_URL,
      dataDir: '/var/lib/engine',
      outboundNetworks: ['10.20.0.0/16', 'fd00::1'],
      logLevel: 'debug',
    });
  });

  it('accepts a PostgreSQL address without a host, with the socket in its query', () => {
    const url = 'postgres://app:pw@/engine?host=/var/run/postgresql';
    expect(readConfig({ ...ENVIRONMENT, DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it.each(LOG_LEVELS)('accepts the log level %s', (level) => {
    expect(readConfig({ ...ENVIRONMENT, LOG_LEVEL: level }).logLevel).toBe(level);
  });

  it('treats an empty variable as unset', () => {
    expect(
      readConfig({
        ...ENVIRONMENT,
        PORT: '',
        HOST: ' ',
        METRICS_PORT: '',
        DATABASE_OWNER_URL: '',
        REDIS_URL: ' ',
        DATA_DIR: '',
        LOG_LEVEL: '',
        OUTBOUND_NETWORKS: ' , ',
      }),
    ).toEqual(readConfig(ENVIRONMENT));
  });

  it('uses provided values for unset variables only', () => {
    const provided = {
      DATABASE_URL: 'postgres://embedded@localhost/engine',
      SECRETS_KEY: ENVIRONMENT.SECRETS_KEY,
      OPERATOR_TOKEN: 'p'.repeat(24),
      PORT: '1',
    };
    expect(readConfig({ PORT: '4000', DATABASE_URL: ' ' }, provided)).toMatchObject({
      port: 4000,
      databaseUrl: provided.DATABASE_URL,
      operatorToken: provided.OPERATOR_TOKEN,
    });
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, { url: 'http://collector:4318/v1/traces', ratio: 0.05 }],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector/otlp/', OTEL_TRACES_SAMPLER_ARG: '1' },
      { url: 'https://collector/otlp/v1/traces', ratio: 1 },
    ],
    [
      {
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector/mine',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://other',
        OTEL_TRACES_SAMPLER_ARG: '0',
      },
      { url: 'http://collector/mine', ratio: 0 },
    ],
    [{ OTEL_TRACES_SAMPLER_ARG: '.5' }, null],
  ])('reads the address of traces from the variables of OpenTelemetry: %j', (environment, traces) => {
    expect(readConfig({ ...ENVIRONMENT, ...environment }).traces).toEqual(traces);
  });

  it.each([
    [
      { AI_BASE_URL: 'https://ai.example/v1/' },
      { baseUrl: 'https://ai.example/v1', apiKey: null, model: 'text-embedding-3-small' },
    ],
    [
      { AI_BASE_URL: 'http://ai:8000/v1', AI_API_KEY: 'key', AI_MODEL: 'small' },
      { baseUrl: 'http://ai:8000/v1', apiKey: 'key', model: 'small' },
    ],
    [
      { AI_BASE_URL: 'http://ai:8000/v1', AI_MODEL: 'writer', AI_EMBEDDING_MODEL: 'reader' },
      { baseUrl: 'http://ai:8000/v1', apiKey: null, model: 'reader' },
    ],
    [{ AI_API_KEY: 'key', AI_MODEL: 'small' }, null],
  ])('reads the embedding service from the environment: %j', (environment, embeddings) => {
    expect(readConfig({ ...ENVIRONMENT, ...environment }).embeddings).toEqual(embeddings);
  });

  it.each([
    [{ AI_PROVIDER: 'anthropic', AI_BASE_URL: 'http://proxy/v1', AI_MODEL: 'm' }, null],
    [{ AI_PROVIDER: 'anthropic', AI_API_KEY: 'k', AI_MODEL: 'm' }, null],
  ])('computes no embeddings with a provider that has none: %j', (environment, embeddings) => {
    expect(readConfig({ ...ENVIRONMENT, ...environment }).embeddings).toEqual(embeddings);
  });

  it.each([
    [
      { AI_BASE_URL: 'http://ai:8000/v1/', AI_MODEL: 'writer' },
      { provider: 'openai-compatible', baseUrl: 'http://ai:8000/v1', apiKey: null, model: 'writer' },
    ],
    [
      { AI_PROVIDER: 'openai-compatible', AI_BASE_URL: 'https://ai.example/v1', AI_API_KEY: 'key', AI_MODEL: 'a/b:1' },
      { provider: 'openai-compatible', baseUrl: 'https://ai.example/v1', apiKey: 'key', model: 'a/b:1' },
    ],
    [
      { AI_PROVIDER: 'anthropic', AI_API_KEY: 'key', AI_MODEL: 'writer' },
      { provider: 'anthropic', baseUrl: 'https://api.anthropic.com/v1', apiKey: 'key', model: 'writer' },
    ],
    [{ AI_BASE_URL: 'http://ai:8000/v1' }, null],
    [{ AI_MODEL: 'writer', AI_API_KEY: 'key' }, null],
  ])('reads the model that writes drafts from the environment: %j', (environment, draftModel) => {
    expect(readConfig({ ...ENVIRONMENT, ...environment }).draftModel).toEqual(draftModel);
  });

  it.each([
    [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
    [{ PUBLIC_URL: 'https://readiness.example.com/' }, 'https://readiness.example.com'],
    [{ PUBLIC_URL: 'http://Readiness.example:8080' }, 'http://readiness.example:8080'],
  ])('has the address for browsers, by default the one on which it listens: %j', (environment, publicUrl) => {
    expect(readConfig({ ...ENVIRONMENT, ...environment }).publicUrl).toBe(publicUrl);
  });

  it('reads the trusted proxies', () => {
    const TRUSTED_PROXIES = '10.0.0.0/8, fd00::/8,192.0.2.7 ,uniquelocal,';
    expect(readConfig({ ...ENVIRONMENT, TRUSTED_PROXIES }).trustedProxies).toEqual([
      '10.0.0.0/8',
      'fd00::/8',
      '192.0.2.7',
      'uniquelocal',
    ]);
  });

  it('uses the embedded database only if the environment names none', () => {
    expect(
      [{}, { DATABASE_URL: '' }, { DATABASE_URL: ' ' }, ENVIRONMENT].map((environment) =>
        wantsEmbeddedDatabase(environment),
      ),
    ).toEqual([true, true, true, false]);
    expect([{}, { DATA_DIR: ' ' }, { DATA_DIR: 'state' }].map((environment) => dataDir(environment))).toEqual([
      resolve('.data'),
      resolve('.data'),
      resolve('state'),
    ]);
  });
});

describe('a start', () => {
  it.each([
    ['DATABASE_URL', 'postgres://'],
    ['SECRETS_KEY', '32 bytes in base64'],
    ['OPERATOR_TOKEN', 'at least 24 characters'],
  ])('stops if %s is missing, with one line that says what it should be', (name, wanted) => {
    for (const nothing of [undefined, '', '  ']) {
      const line = refusal({ [name]: nothing });
      expect(line).toMatch(new RegExp(`^${name} is missing: it should be .+`));
      expect(line).toContain(wanted);
      expect(line).not.toContain('\n');
    }
  });

  const badPorts = ['http', '-1', '65536', '3000.5', '0x50', '1e3', '30 00'];
  const badUrls = ['db', 'mysql://app@db/engine', '//db/engine', 'postgres', 'http://db:5432/engine'];
  it.each([
    ...['PORT', 'METRICS_PORT'].flatMap((name) =>
      badPorts.map((value) => [name, value, 'a port number from 0 to 65535']),
    ),
    ...['DATABASE_URL', 'DATABASE_OWNER_URL'].flatMap((name) =>
      badUrls.map((value) => [name, value, 'postgres:// or postgresql://']),
    ),
    ...['cache:6379', 'postgres://cache', 'localhost'].map((value) => ['REDIS_URL', value, 'redis:// or rediss://']),
    ...['x', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), 'ab'.repeat(32)].map((value) => [
      'SECRETS_KEY',
      value,
      '32 bytes in base64',
    ]),
    ['OPERATOR_TOKEN', 'o'.repeat(23), 'at least 24 characters'],
    ...['collector:4318', 'grpc://collector:4317'].flatMap((value) =>
      ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].map((name) => [
        name,
        value,
        'http:// or https://',
      ]),
    ),
    ...['ai:8000', 'ftp://ai', 'yes'].map((value) => ['AI_BASE_URL', value, 'http:// or https://']),
    ...['http://me:pw@ai', 'https://ai/v1?key=1'].map((value) => ['AI_BASE_URL', value, 'without user name']),
    ...['openai', 'Anthropic', 'none'].map((value) => ['AI_PROVIDER', value, 'openai-compatible, anthropic']),
    ...['two words', 'm'.repeat(201), 'modèle'].map((value) => ['AI_MODEL', value, 'the name of a model']),
    ...['two words', 'clé', 'a\nb'].map((value) => ['AI_API_KEY', value, 'visible ASCII']),
    ...['readiness.example.com', 'ftp://x', 'https://x/console', 'https://user:pw@x', 'https://x?a'].map((value) => [
      'PUBLIC_URL',
      value,
      'https://readiness.example.com',
    ]),
    ...['proxy', '10.0.0.0/33', '10.0.0.0/8/8', '300.1.1.1', '::1/129'].map((value) => [
      'TRUSTED_PROXIES',
      value,
      'addresses, networks, loopback',
    ]),
    ...['allow', 'loopback', '10.0.0.0/33', 'intranet.example'].map((value) => [
      'OUTBOUND_NETWORKS',
      value,
      'addresses, networks, separated by commas',
    ]),
    ...['verbose', 'INFO', '3'].map((value) => ['LOG_LEVEL', value, 'fatal, error, warn, info, debug, trace, silent']),
  ])('stops at %s=%s, with one line that says what it should be', (name, value, wanted) => {
    const line = refusal({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name} should be .+`));
    expect(line).toContain(wanted);
    expect(line).not.toContain('\n');
  });

  it.each(['1.1', '-0.1', '5%', 'always', '1e-2'])('stops at OTEL_TRACES_SAMPLER_ARG=%s if traces are on', (value) => {
    expect(refusal({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_TRACES_SAMPLER_ARG: value })).toMatch(
      /^OTEL_TRACES_SAMPLER_ARG should be a share from 0 to 1.*$/,
    );
  });

  it.each([
    [{ AI_PROVIDER: 'openai-compatible', AI_BASE_URL: 'http://ai/v1' }, 'AI_MODEL'],
    [{ AI_PROVIDER: 'openai-compatible', AI_MODEL: 'writer' }, 'AI_BASE_URL'],
    [{ AI_PROVIDER: 'anthropic', AI_MODEL: 'writer' }, 'AI_API_KEY'],
    [{ AI_PROVIDER: 'anthropic', AI_API_KEY: 'key' }, 'AI_MODEL'],
  ])('stops if what the provider needs is missing: %j', (environment, name) => {
    expect(refusal(environment)).toMatch(new RegExp(`^${name} is missing: it should be .+$`));
  });

  it('shows no secret in that line', () => {
    expect(refusal({ AI_API_KEY: 'hunter2 é' })).not.toContain('hunter2');
    expect(refusal({ AI_BASE_URL: 'http://me:hunter2@ai' })).not.toContain('hunter2');
    expect(refusal({ DATABASE_URL: 'mysql://app:hunter2@db/engine' })).not.toContain('hunter2');
    expect(refusal({ OPERATOR_TOKEN: 'hunter2' })).not.toContain('hunter2');
    expect(refusal({ SECRETS_KEY: 'hunter2' })).not.toContain('hunter2');
  });
});
