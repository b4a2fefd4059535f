import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

/** Operations that no page of the console calls, each with the reason. */
const UNUSED: Readonly<Record<string, string>> = {
  ...because('a list or another answer has the same', [
    'getDocument',
    'getGroup',
    'getMe',
    'getOnboarding',
    'getSite',
    'getSynonym',
    'getUser',
    'getView',
    'getWebhook',
    'getWebhookDelivery',
  ]),
  ...because('the console changes single fields with PATCH', [
    'putCourse',
    'putCredential',
    'putGroup',
    'putOnboarding',
    'putRequirement',
    'putSite',
    'putSynonym',
    'putWorker',
  ]),
  ...because('programs call it', ['checkReadiness', 'receiveSignal', 'getHealthLive', 'getHealthReady']),
  ...because('the browser goes there by itself', ['getOidcCallback']),
  ...because('the command line edifyd serves operators better: it needs no page that holds their token', [
    'listFailures',
    'listFailedJobs',
    'retryFailedJobs',
    'retryFailures',
    'listTenants',
    'createTenant',
    'changeTenant',
    'recoverTenantAdmin',
    'listTenantSecrets',
    'rotateTenantSecret',
    'rekeySecrets',
    'createTenantToken',
    'exportTenant',
    'getTenantUsage',
    'listTenantTokens',
    'revokeTenantToken',
    'requestTenantDeletion',
    'undoTenantDeletion',
  ]),
};

type Operation = readonly [name: string, verb: string, path: string];

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

describe('the console', () => {
  let sources: string;
  /** Paths in the sources, with `{}` for what they fill in. */
  let links: ReadonlySet<string>;
  let operations: readonly Operation[];
  beforeAll(async () => {
    const files = await readdir('apps/console', { recursive: true });
    const read = files
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFile(join('apps/console', file), 'utf8'));
    sources = (await Promise.all(read)).join('\n');
    const filledIn = sources.replaceAll(/\$\{[^}]+\}/g, '{}');
    links = new Set([...filledIn.matchAll(/\/engine\/v1\/[\w/{}.-]+/g)].map(([link]) => link));
    const { paths } = JSON.parse(await readFile('libs/diagnostics/api-docs/openapi.json', 'utf8')) as Described;
    operations = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, { operationId }]) => [operationId, verb, path] as const),
    );
  });

  /** Pages call an operation by its name, or lead the browser to its path, such as that of an export. */
  const isUsed = ([name, verb, path]: Operation): boolean =>
    new RegExp(`\\bengine\\.${name}\\b`).test(sources) ||
    (verb === 'get' && links.has(path.replaceAll(/\{\w+\}/g, '{}')));

  it('uses every operation of the API but those with a reason', () => {
    const unused = operations.filter(([, , path]) => !path.startsWith('/engine/scim/')).filter((one) => !isUsed(one));
    const names = unused.map(([name]) => name);
    expect([
      ...names.filter((name) => !(name in UNUSED)).map((name) => `call ${name} in a page, or add a reason to UNUSED`),
      ...Object.keys(UNUSED)
        .filter((name) => !names.includes(name))
        .map((name) => `remove ${name} from UNUSED`),
    ]).toEqual([]);
  });
});

function because(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}
