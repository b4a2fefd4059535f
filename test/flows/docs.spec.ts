import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';

const run = promisify(execFile);

interface ApiOperation {
  operationId: string;
  summary: string;
  tags: string[];
  security?: object[];
  parameters?: Array<{ name: string; in: string; required?: boolean; schema: object }>;
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref?: string } }> }>;
}

interface OpenApi {
  openapi: string;
  tags: Array<{ name: string }>;
  paths: Record<string, Record<string, ApiOperation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(engine.url + path, { headers, redirect: 'manual' });

describe('the OpenAPI document', () => {
  let document: OpenApi;
  let operations: Array<{ verb: string; path: string; operation: ApiOperation }>;

  beforeAll(async () => {
    document = (await (await get('/engine/openapi.json')).json()) as OpenApi;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([verb, operation]) => ({ verb, path, operation })),
    );
  });

  it('is OpenAPI 3.1, and the generated file', async () => {
    expect((await get('/engine/openapi.json')).headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(document.openapi).toBe('3.1.0');
    expect(document).toEqual(JSON.parse(await readFile('libs/diagnostics/api-docs/openapi.json', 'utf8')));
  });

  // The calls of the queue board are its page's own, and SCIM describes itself.
  it('describes every route under /engine except pages, their calls and SCIM, and every described route exists', () => {
    const served = routesOf(engine).filter(
      (route) =>
        route.includes(' /engine/') &&
        !/ \/engine\/(?:(?:docs|openapi\.json)$|v1\/operator\/queues(?:\/|$)|scim\/)/.test(route),
    );
    const described = operations.map(
      ({ verb, path }) => `${verb.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(described.toSorted()).toEqual(served.toSorted());
  });

  it('defines every referenced schema, and references every schema', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(JSON.stringify(document).match(/"\$ref"/g)).toHaveLength(references.length);
    expect(new Set(references)).toEqual(new Set(Object.keys(document.components.schemas)));
  });

  it('declares exactly the parameters of a path, each name once per location', () => {
    for (const { path, operation } of operations) {
      const parameters = operation.parameters ?? [];
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(new Set(inPath.map(({ name }) => name))).toEqual(
        new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
      );
      expect(inPath.every(({ required }) => required)).toBe(true);
      const places = parameters.map((parameter) => `${parameter.in} ${parameter.name.toLowerCase()}`);
      expect(places).toEqual([...new Set(places)]);
      expect(parameters.every(({ schema }) => 'type' in schema)).toBe(true);
    }
  });

  it('has a unique id, a summary and a known tag for every operation', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(
      expect.arrayContaining(['receiveSignal', 'listNeeds', 'getNeed', 'replaceSignalMap', 'createTenant', 'getMe']),
    );
    const tags = document.tags.map(({ name }) => name);
    for (const { operation } of operations) {
      expect(operation.operationId).toMatch(/^[a-z]+([A-Z][a-z0-9]*)+$/);
      expect(operation.summary).not.toBe('');
      expect(tags).toEqual(expect.arrayContaining(operation.tags));
    }
    expect(new Set(operations.flatMap(({ operation }) => operation.tags))).toEqual(new Set(tags));
  });

  it('describes who may call an operation', () => {
    for (const { verb, path, operation } of operations) {
      const scheme = path.startsWith('/engine/v1/admin/')
        ? [{ admin: [] }, verb === 'get' ? { session: [] } : { session: [], csrf: [] }]
        : path.startsWith('/engine/v1/operator/')
          ? [{ operator: [] }]
          : [];
      expect({ path, security: operation.security }).toEqual({ path, security: scheme });
      // These two check what they are given themselves.
      if (!/^\/engine\/v1\/(?:integration|auth)\//.test(path))
        expect('401' in operation.responses).toBe(scheme.length > 0);
    }
    expect(Object.keys(document.components.securitySchemes).toSorted()).toEqual([
      'admin',
      'csrf',
      'operator',
      'session',
    ]);
  });

  it('describes errors as problems, and other responses with a schema', () => {
    for (const { path, operation } of operations) {
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(description).not.toBe('');
        if (path.endsWith('/webhook')) expect(Object.keys(content ?? {})).toEqual(['application/json']);
        else if (status >= '400')
          expect(content).toEqual({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } });
        else if (status < '300' && status !== '204') expect(Object.keys(content ?? {})).toHaveLength(1);
      }
    }
  });

  it('uses the null type of 3.1', () => {
    expect(JSON.stringify(document)).not.toContain('"nullable"');
    expect(document.components.schemas['NeedView']).toMatchObject({
      properties: { topic: { type: ['string', 'null'] } },
    });
  });

  it('has the statuses of created, changed and conflicting resources', () => {
    const statuses = (verb: string, path: string): string[] =>
      Object.keys(document.paths[path]?.[verb]?.responses ?? {});
    expect(statuses('post', '/engine/v1/operator/tenants')).toEqual([
      '201',
      '400',
      '401',
      '408',
      '409',
      '413',
      '422',
      '429',
      '503',
    ]);
    expect(statuses('post', '/engine/v1/admin/needs/bulk').filter((status) => status < '300')).toEqual(['200', '202']);
    expect(statuses('put', '/engine/v1/admin/signal-map')).toEqual([
      '200',
      '400',
      '401',
      '403',
      '408',
      '409',
      '412',
      '413',
      '422',
      '429',
      '503',
    ]);
    expect(statuses('get', '/engine/v1/admin/needs/{id}')).toEqual(['200', '401', '403', '404', '429', '503']);
    expect(statuses('post', '/engine/v1/integration/{tenant}/webhook')).toEqual([
      '200',
      '400',
      '401',
      '408',
      '413',
      '422',
      '429',
      '503',
    ]);
  });
});

describe('the documentation page', () => {
  it('loads and runs nothing', async () => {
    const response = await get('/engine/docs');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    const page = await response.text();
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|\ssrc=|@import|url\(/);
  });

  it('has no broken links, and no duplicate ids', async () => {
    const page = await (await get('/engine/docs')).text();
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(expect.arrayContaining(links));
  });

  it('has a valid order of headings', async () => {
    const page = await (await get('/engine/docs')).text();
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  });

  it('shows every operation and the three snippets', async () => {
    const page = await (await get('/engine/docs')).text();
    const document = (await (await get('/engine/openapi.json')).json()) as OpenApi;
    for (const item of Object.values(document.paths))
      for (const { operationId } of Object.values(item)) expect(page).toContain(`<h4 id="${operationId}">`);
    const text = unescaped(page);
    for (const snippet of Object.values(await snippets()))
      expect(text).toContain(snippet.replaceAll('http://127.0.0.1:3000', engine.url));
  });

  it('shows the address of PUBLIC_URL, whatever the Host header is', async () => {
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const at = async (headers: Record<string, string>): Promise<string> => {
      const { body } = await engine.app.inject({ method: 'GET', url: '/engine/docs', headers });
      return body;
    };
    expect(await at(forged)).toBe(await at({ host: '127.0.0.1' }));
    expect(await at(forged)).toContain(`${engine.url}/engine/v1/integration/acme/webhook`);
    const environment = { PUBLIC_URL: 'https://training.acme.com' };
    const behindTls = await startEngine({ on: engine, worker: false, environment });
    try {
      const page = await (await fetch(`${behindTls.url}/engine/docs`)).text();
      expect(page).toContain('https://training.acme.com/engine/v1/integration/acme/webhook');
    } finally {
      await behindTls.close();
    }
  });

  it('is the target of /; unknown paths stay problems', async () => {
    const home = await get('/');
    expect({ status: home.status, location: home.headers.get('location') }).toEqual({
      status: 302,
      location: '/engine/docs',
    });
    const nowhere = await get('/engine/nowhere');
    expect(nowhere.status).toBe(404);
    expect(nowhere.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});

describe('the snippets of the quick start', () => {
  const hasPython = spawnSync('python3', ['--version']).status === 0;
  if (!hasPython) console.log('\nNo python3 on the PATH: the Python snippet is not run.');
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'engine-snippets-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const commands = {
    bash: ['bash', 'send.sh'],
    node: [process.execPath, 'send.mjs'],
    python: ['python3', 'send.py'],
  } as const;

  it.each([['bash'], ['node'], ...(hasPython ? [['python']] : [])] as Array<[keyof typeof commands]>)(
    'work unchanged: %s',
    async (language) => {
      const tenant = await engine.createTenant();
      const snippet = (await snippets())[language]
        .replaceAll('http://127.0.0.1:3000', engine.url)
        .replaceAll('/acme/', `/${tenant.slug}/`)
        .replaceAll('whsec_your-signing-secret', tenant.signingSecret);
      const [command, file] = commands[language];
      await writeFile(join(folder, file), snippet);
      // A proxy of this machine is none of the snippet's business, and neither are Jest's options for Node.
      const { NODE_OPTIONS: _options, ...environment } = process.env;
      const { stdout } = await run(command, [file], {
        cwd: folder,
        env: { ...environment, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
      });
      expect(stdout).toMatch(/\{"ok":true,"applied":true,"signalId":"sig_[0-9a-z]{26}","deduped":false\}/);
      expect((await tenant.resolvedNeeds()).map(({ topic }) => snippet.includes(String(topic)))).toEqual([true]);
    },
  );

  it('are next to examples that the webhook accepts', async () => {
    const tenant = await engine.createTenant();
    const examples = [...(await readFile('docs/connector.md', 'utf8')).matchAll(/```json\n(.*?)```/gs)].map(
      ([, text]) => JSON.parse(text ?? ''),
    );
    const events = examples.filter((example) => 'event' in example && example.data.action !== 'resolve');
    expect(events).toHaveLength(3);
    for (const event of events) expect((await tenant.send(event)).status).toBe(200);
    const map = examples.find((example) => 'map' in example);
    expect((await tenant.admin('PUT', '/signal-map', map)).status).toBe(200);
  });
});

/**
 * `POST /engine/v1/admin/needs/:id`: what Fastify's router has, whoever put it there. It shows its routes as a tree.
 */
function routesOf({ app }: TestEngine): string[] {
  const routes: string[] = [];
  const parents: string[] = [];
  for (const line of app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, segment, verbs] = /^((?:│ {3}| {4})*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (indent === undefined || segment === undefined) continue;
    const depth = indent.length / 4;
    parents.length = depth;
    parents.push(segment);
    for (const verb of verbs?.split(', ') ?? [])
      if (verb !== 'HEAD' && verb !== 'OPTIONS') routes.push(`${verb} ${parents.join('')}`);
  }
  return routes;
}

async function snippets(): Promise<{ bash: string; node: string; python: string }> {
  const text = await readFile('docs/connector.md', 'utf8');
  const block = (language: string): string => new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 's').exec(text)?.[1] ?? '';
  return { bash: block('bash'), node: block('js'), python: block('python') };
}

function unescaped(page: string): string {
  return page.replaceAll(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
}
