import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Config, LOG_LEVELS, dataDir, readConfig, wantsEmbeddedDatabase } from './config.js';
import { SAMPLE_ENVIRONMENT } from './sample-environment.js';

const KEY = Buffer.alloc(32, 7);
const TLS_URL = 'postgresql://app@db/engine?sslmode=require';
/** Without a host, with the socket in its query. */
const SOCKET_URL = 'postgres://app:pw@/engine?host=/var/run/postgresql';
const AI = 'http://ai:8000/v1';
const OPENAI = 'https://api.openai.com/v1';
const EMBEDDING_MODEL = 'text-embedding-3-small';
/** Of an AI, if no key is set. */
const BARE = { baseUrl: AI, apiKey: null };

type Environment = Parameters<typeof readConfig>[0];
const configOf = (environment: Environment): Config => readConfig({ ...SAMPLE_ENVIRONMENT, ...environment });

describe('the configuration', () => {
  it('has the defaults of the contract if only the required variables are set', () => {
    expect(readConfig(SAMPLE_ENVIRONMENT)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      metricsPort: 9464,
      databaseUrl: SAMPLE_ENVIRONMENT.DATABASE_URL,
      databaseOwnerUrl: null,
      redisUrl: null,
      dataDir: resolve('.data'),
      secretsKeys: { current: KEY, previous: [] },
      operatorToken: SAMPLE_ENVIRONMENT.OPERATOR_TOKEN,
      publicUrl: 'http://127.0.0.1:3000',
      trustedProxies: [],
      outboundNetworks: [],
      logLevel: 'info',
      traces: null,
      embeddings: null,
      draftModel: null,
    });
  });

  it('treats an empty variable as unset', () => {
    const names = ['PORT', 'HOST', 'METRICS_PORT', 'DATABASE_OWNER_URL', 'REDIS_URL', 'DATA_DIR', 'LOG_LEVEL'];
    for (const empty of ['', ' ']) {
      const environment = { ...Object.fromEntries(names.map((name) => [name, empty])), OUTBOUND_NETWORKS: ' , ' };
      expect(configOf(environment)).toEqual(readConfig(SAMPLE_ENVIRONMENT));
    }
  });

  it('uses provided values for unset variables only', () => {
    const provided = {
      DATABASE_URL: 'postgres://embedded@localhost/engine',
      SECRETS_KEY: SAMPLE_ENVIRONMENT.SECRETS_KEY,
      OPERATOR_TOKEN: 'p'.repeat(24),
      PORT: '1',
    };
    expect(readConfig({ PORT: '4000', DATABASE_URL: ' ' }, provided)).toMatchObject({
      port: 4000,
      databaseUrl: provided.DATABASE_URL,
      operatorToken: provided.OPERATOR_TOKEN,
    });
  });

  it.each<[keyof Config, Environment, unknown]>([
    ['port', { PORT: ' 8080 ' }, 8080],
    ['host', { HOST: '0.0.0.0' }, '0.0.0.0'],
    ['metricsPort', { METRICS_PORT: '0' }, 0],
    ['databaseUrl', { DATABASE_URL: TLS_URL }, TLS_URL],
    ['databaseUrl', { DATABASE_URL: SOCKET_URL }, SOCKET_URL],
    ['databaseOwnerUrl', { DATABASE_OWNER_URL: 'postgres://owner:pw@db/engine' }, 'postgres://owner:pw@db/engine'],
    ['redisUrl', { REDIS_URL: 'rediss://cache:6380' }, 'rediss://cache:6380'],
    ['dataDir', { DATA_DIR: '/var/lib/engine' }, '/var/lib/engine'],
    ['outboundNetworks', { OUTBOUND_NETWORKS: '10.20.0.0/16, fd00::1' }, ['10.20.0.0/16', 'fd00::1']],
    [
      'traces',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' },
      { url: 'http://collector:4318/v1/traces', ratio: 0.05 },
    ],
    [
      'traces',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector/otlp/', OTEL_TRACES_SAMPLER_ARG: '1' },
      { url: 'https://collector/otlp/v1/traces', ratio: 1 },
    ],
    [
      'traces',
      {
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector/mine',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://other',
        OTEL_TRACES_SAMPLER_ARG: '0',
      },
      { url: 'http://collector/mine', ratio: 0 },
    ],
    ['traces', { OTEL_TRACES_SAMPLER_ARG: '.5' }, null],
    ['embeddings', { AI_BASE_URL: `${AI}/` }, { ...BARE, model: EMBEDDING_MODEL }],
    ['embeddings', { AI_BASE_URL: AI, AI_API_KEY: 'k', AI_MODEL: 'small' }, { ...BARE, apiKey: 'k', model: 'small' }],
    ['embeddings', { AI_BASE_URL: AI, AI_MODEL: 'writer', AI_EMBEDDING_MODEL: 'reader' }, { ...BARE, model: 'reader' }],
    ['embeddings', { AI_BASE_URL: OPENAI, AI_MODEL: 'writer' }, { ...BARE, baseUrl: OPENAI, model: EMBEDDING_MODEL }],
    ['embeddings', { AI_API_KEY: 'key', AI_MODEL: 'small' }, null],
    // This provider has none.
    ['embeddings', { AI_PROVIDER: 'anthropic', AI_BASE_URL: 'http://proxy/v1', AI_MODEL: 'm' }, null],
    ['embeddings', { AI_PROVIDER: 'anthropic', AI_API_KEY: 'k', AI_MODEL: 'm' }, null],
    [
      'draftModel',
      { AI_BASE_URL: `${AI}/`, AI_MODEL: 'writer' },
      { provider: 'openai-compatible', ...BARE, model: 'writer' },
    ],
    [
      'draftModel',
      { AI_PROVIDER: 'openai-compatible', AI_BASE_URL: 'https://ai.example/v1', AI_API_KEY: 'key', AI_MODEL: 'a/b:1' },
      { provider: 'openai-compatible', baseUrl: 'https://ai.example/v1', apiKey: 'key', model: 'a/b:1' },
    ],
    [
      'draftModel',
      { AI_PROVIDER: 'anthropic', AI_API_KEY: 'key', AI_MODEL: 'writer' },
      { provider: 'anthropic', baseUrl: 'https://api.anthropic.com/v1', apiKey: 'key', model: 'writer' },
    ],
    ['draftModel', { AI_BASE_URL: AI }, null],
    ['draftModel', { AI_MODEL: 'writer', AI_API_KEY: 'key' }, null],
    // By default the address on which the engine listens.
    ['publicUrl', { HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
    ['publicUrl', { HOST: '::1' }, 'http://[::1]:3000'],
    ['publicUrl', { PUBLIC_URL: 'https://readiness.example.com/' }, 'https://readiness.example.com'],
    ['publicUrl', { PUBLIC_URL: 'http://Readiness.example:8080' }, 'http://readiness.example:8080'],
    [
      'trustedProxies',
      { TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8,192.0.2.7 ,uniquelocal,' },
      ['10.0.0.0/8', 'fd00::/8', '192.0.2.7', 'uniquelocal'],
    ],
    ...LOG_LEVELS.map((level): [keyof Config, Environment, unknown] => ['logLevel', { LOG_LEVEL: level }, level]),
  ])('reads %s from the environment: %j', (name, environment, value) => {
    expect(configOf(environment)[name]).toEqual(value);
  });

  it('uses the embedded database only if the environment names none', () => {
    const environments = [{}, { DATABASE_URL: '' }, { DATABASE_URL: ' ' }, SAMPLE_ENVIRONMENT];
    expect(environments.map((environment) => wantsEmbeddedDatabase(environment))).toEqual([true, true, true, false]);
    const ofOwner = { DATABASE_OWNER_URL: SAMPLE_ENVIRONMENT.DATABASE_URL };
    expect(wantsEmbeddedDatabase({ ...SAMPLE_ENVIRONMENT, ...ofOwner })).toBe(false);
    expect(() => wantsEmbeddedDatabase(ofOwner)).toThrow(/^DATABASE_URL is missing: it should be /);
  });

  it('stores files in .data unless the environment names a folder', () => {
    const folders = [{}, { DATA_DIR: ' ' }, { DATA_DIR: 'state' }].map((environment) => dataDir(environment));
    expect(folders).toEqual(['.data', '.data', 'state'].map((folder) => resolve(folder)));
  });
});
