import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LOG_LEVELS, dataDir, readConfig, wantsEmbeddedDatabase } from './config.js';
import { SAMPLE_ENVIRONMENT } from './sample-environment.js';

const KEY = Buffer.alloc(32, 7);

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
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, ...environment })).toMatchObject({
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
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it.each(LOG_LEVELS)('accepts the log level %s', (level) => {
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, LOG_LEVEL: level }).logLevel).toBe(level);
  });

  it('treats an empty variable as unset', () => {
    expect(
      readConfig({
        ...SAMPLE_ENVIRONMENT,
        PORT: '',
        HOST: ' ',
        METRICS_PORT: '',
        DATABASE_OWNER_URL: '',
        REDIS_URL: ' ',
        DATA_DIR: '',
        LOG_LEVEL: '',
        OUTBOUND_NETWORKS: ' , ',
      }),
    ).toEqual(readConfig(SAMPLE_ENVIRONMENT));
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
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, ...environment }).traces).toEqual(traces);
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
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, ...environment }).embeddings).toEqual(embeddings);
  });

  it.each([
    [{ AI_PROVIDER: 'anthropic', AI_BASE_URL: 'http://proxy/v1', AI_MODEL: 'm' }, null],
    [{ AI_PROVIDER: 'anthropic', AI_API_KEY: 'k', AI_MODEL: 'm' }, null],
  ])('computes no embeddings with a provider that has none: %j', (environment, embeddings) => {
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, ...environment }).embeddings).toEqual(embeddings);
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
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, ...environment }).draftModel).toEqual(draftModel);
  });

  it.each([
    [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
    [{ PUBLIC_URL: 'https://readiness.example.com/' }, 'https://readiness.example.com'],
    [{ PUBLIC_URL: 'http://Readiness.example:8080' }, 'http://readiness.example:8080'],
  ])('has the address for browsers, by default the one on which it listens: %j', (environment, publicUrl) => {
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, ...environment }).publicUrl).toBe(publicUrl);
  });

  it('reads the trusted proxies', () => {
    const TRUSTED_PROXIES = '10.0.0.0/8, fd00::/8,192.0.2.7 ,uniquelocal,';
    expect(readConfig({ ...SAMPLE_ENVIRONMENT, TRUSTED_PROXIES }).trustedProxies).toEqual([
      '10.0.0.0/8',
      'fd00::/8',
      '192.0.2.7',
      'uniquelocal',
    ]);
  });

  it('uses the embedded database only if the environment names none', () => {
    expect(
      [{}, { DATABASE_URL: '' }, { DATABASE_URL: ' ' }, SAMPLE_ENVIRONMENT].map((environment) =>
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
