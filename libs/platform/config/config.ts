import { resolve } from 'node:path';
import { networks } from './networks.js';
import { publicUrl, trustedProxies } from './public-address.js';
import type { Read } from './read.js';
import { StartError } from './start-error.js';
import { type SecretsKeys, secretsKeys } from './secrets-keys.js';
import { type TracesConfig, tracesConfig } from './traces.js';
import { parseUrl } from './urls.js';
import { type DraftModelConfig, type EmbeddingsConfig, draftModelConfig, embeddingsConfig } from './ai.js';

/** The engine's settings, parsed once. Only this folder reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly metricsPort: number;
  /** Connection string of the application role, which owns nothing and cannot bypass row level security. */
  readonly databaseUrl: string;
  /** Connection string of the owner, for migrations only; null if the process must not migrate. */
  readonly databaseOwnerUrl: string | null;
  /** BullMQ's Redis; null: the queue is in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly dataDir: string;
  readonly secretsKeys: SecretsKeys;
  readonly operatorToken: string;
  /** The address of the engine for browsers: `https://readiness.example.com`, without a slash at its end. */
  readonly publicUrl: string;
  /** Addresses and networks whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[];
  /** Private addresses and networks that the engine may call for a tenant, over `http://` too. */
  readonly outboundNetworks: readonly string[];
  readonly logLevel: LogLevel;
  /** Null: no traces. */
  readonly traces: TracesConfig | null;
  /** Null: topics are matched by words only. */
  readonly embeddings: EmbeddingsConfig | null;
  /** Null: the outline author writes drafts. */
  readonly draftModel: DraftModelConfig | null;
}

/**
 * Injection token of the parsed {@link Config}. Not in the Nest module, because the command line reads settings
 * without the framework.
 */
export const CONFIG = Symbol('Config');

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Values of the embedded PostgreSQL for unset variables. */
export type Provided = Readonly<Partial<Record<string, string>>>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from the environment.
 * @param provided values for unset variables (address and secrets of the embedded database)
 * @throws StartError naming the variable and what it should be
 */
export function readConfig(environment: Environment = process.env, provided: Provided = {}): Config {
  const read = (name: string): string | undefined => environment[name]?.trim() || provided[name];
  const ownPort = port(read, 'PORT', 3000);
  const host = read('HOST') ?? '127.0.0.1';
  return {
    port: ownPort,
    host,
    metricsPort: port(read, 'METRICS_PORT', 9464),
    databaseUrl: url(
      required(read, 'DATABASE_URL', 'postgres://user:password@host:5432/database'),
      'DATABASE_URL',
      POSTGRES,
    ),
    databaseOwnerUrl: optionalUrl(read, 'DATABASE_OWNER_URL', POSTGRES),
    redisUrl: optionalUrl(read, 'REDIS_URL', ['redis:', 'rediss:']),
    dataDir: dataDir(environment),
    secretsKeys: secretsKeys(
      required(read, 'SECRETS_KEY', '32 bytes in base64: openssl rand -base64 32'),
      read('SECRETS_KEY_PREVIOUS'),
    ),
    operatorToken: operatorToken(required(read, 'OPERATOR_TOKEN', 'at least 24 characters: openssl rand -hex 32')),
    publicUrl: publicUrl(read, host, ownPort),
    trustedProxies: trustedProxies(read),
    outboundNetworks: networks(read, 'OUTBOUND_NETWORKS'),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, read('LOG_LEVEL') ?? 'info'),
    traces: tracesConfig(read),
    embeddings: embeddingsConfig(read),
    draftModel: draftModelConfig(read),
  };
}

/** What a process needs that only migrates. */
export type MigrateConfig = Pick<Config, 'databaseUrl' | 'logLevel'> & { readonly databaseOwnerUrl: string };

/** Reads the settings of migrations. @throws StartError as {@link readConfig} */
export function readMigrateConfig(environment: Environment = process.env): MigrateConfig {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const example = 'postgres://user:password@host:5432/database';
  return {
    databaseUrl: url(required(read, 'DATABASE_URL', example), 'DATABASE_URL', POSTGRES),
    databaseOwnerUrl: url(
      required(read, 'DATABASE_OWNER_URL', 'the connection string of the owner of the database'),
      'DATABASE_OWNER_URL',
      POSTGRES,
    ),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, read('LOG_LEVEL') ?? 'info'),
  };
}

/** The folder with the state of the embedded PostgreSQL (`DATA_DIR`, default `.data`), as an absolute path. */
export function dataDir(environment: Environment = process.env): string {
  return resolve(environment['DATA_DIR']?.trim() || '.data');
}

/**
 * True if the environment names no database, so that the engine starts the embedded one.
 * @throws StartError if it names the owner of one, whose tables would be migrated and not used
 */
export function wantsEmbeddedDatabase(environment: Environment = process.env): boolean {
  if (environment['DATABASE_URL']?.trim()) return false;
  if (environment['DATABASE_OWNER_URL']?.trim())
    throw new StartError(
      'DATABASE_URL is missing: it should be the connection string of the application role for the database of DATABASE_OWNER_URL',
    );
  return true;
}

const POSTGRES = ['postgres:', 'postgresql:'];

function required(read: Read, name: string, example: string): string {
  const value = read(name);
  if (value === undefined) throw new StartError(`${name} is missing: it should be ${example}`);
  return value;
}

function port(read: Read, name: string, fallback: number): number {
  const text = read(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535)
    throw new StartError(`${name} should be a port number from 0 to 65535, not "${text}"`);
  return value;
}

function url(text: string, name: string, protocols: readonly string[]): string {
  // "postgres://user:password@/database?host=/socket/folder" has no host: PostgreSQL accepts it, but the WHATWG URL
  // parser does not.
  parseUrl(name, text.replace('@/', '@localhost/'), protocols);
  return text;
}

function optionalUrl(read: Read, name: string, protocols: readonly string[]): string | null {
  const text = read(name);
  return text === undefined ? null : url(text, name, protocols);
}

/** What an `Authorization: Bearer` header can have (RFC 6750, section 2.1). */
const BEARER_TOKEN = /^[\w.~+/=-]{1,512}$/;

function operatorToken(text: string): string {
  if (text.length < 24)
    throw new StartError(`OPERATOR_TOKEN should be at least 24 characters, not ${text.length}: openssl rand -hex 32`);
  // Otherwise no call with it is ever accepted.
  if (!BEARER_TOKEN.test(text))
    throw new StartError(
      'OPERATOR_TOKEN should be at most 512 letters, digits and . _ ~ + / = - without blanks: openssl rand -hex 32',
    );
  return text;
}

function oneOf<Value extends string>(name: string, values: readonly Value[], text: string): Value {
  const value = values.find((known) => known === text);
  if (value === undefined) throw new StartError(`${name} should be one of ${values.join(', ')}, not "${text}"`);
  return value;
}
