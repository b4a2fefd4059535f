import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';
import { SAMPLE_ENVIRONMENT } from './sample-environment.js';
import { StartError } from './start-error.js';

function refusal(environment: Record<string, string | undefined>): string {
  try {
    readConfig({ ...SAMPLE_ENVIRONMENT, ...environment });
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return '';
}

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
    ...['pa#ss', 'pa/ss', 'pa?ss', '50%ff'].flatMap((password) => [
      ['DATABASE_URL', `postgres://app:${password}@db/engine`, '# / ? and % of a password'],
      ['DATABASE_OWNER_URL', `postgresql://owner:${password}@db/engine`, '# / ? and % of a password'],
      ['REDIS_URL', `redis://:${password}@cache:6379`, '# / ? and % of a password'],
    ]),
    ...['cache:6379', 'postgres://cache', 'localhost'].map((value) => ['REDIS_URL', value, 'redis:// or rediss://']),
    ...['x', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), 'ab'.repeat(32)].map((value) => [
      'SECRETS_KEY',
      value,
      '32 bytes in base64',
    ]),
    ['OPERATOR_TOKEN', 'o'.repeat(23), 'at least 24 characters'],
    ...['correct horse battery staple', `${'o'.repeat(24)}!`, 'ö'.repeat(24), 'o'.repeat(513)].map((value) => [
      'OPERATOR_TOKEN',
      value,
      'letters, digits',
    ]),
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
