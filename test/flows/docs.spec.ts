import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiOperation, OpenApi } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { routesOf } from '../harness/router.js';

let engine: SharedEngine;
beforeAll(async () => {
  engine = await sharedEngine();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  httpCall('GET', engine.url + path, { headers });

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

  // The calls of the queue board are its page's own, and SCIM has a document of its own.
  it('describes every route under /engine except pages, their calls and SCIM, and every described route exists', () => {
    const served = routesOf(engine).filter(
      (route) =>
        route.includes(' /engine/') &&
        !/ \/engine\/(?:(?:docs(?:\/.*)?|(?:scim\/)?openapi\.json)$|v1\/operator\/queues(?:\/|$)|scim\/v2(?:\/|$))/.test(
          route,
        ),
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
    const schemes = Object.keys(document.components.securitySchemes);
    expect(schemes.toSorted()).toEqual(['admin', 'csrf', 'operator', 'session']);
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

  it('describes every property and every parameter', () => {
    const bare = Object.entries(document.components.schemas).flatMap(([name, schema]) => {
      const { properties = {} } = schema as { properties?: Record<string, { description?: string }> };
      return Object.entries(properties).flatMap(([property, { description = '' }]) =>
        description === '' ? [`${name}.${property}`] : [],
      );
    });
    const silent = operations.flatMap(({ operation: { operationId, parameters = [] } }) =>
      parameters.flatMap(({ name, description = '' }) => (description === '' ? [`${name} of ${operationId}`] : [])),
    );
    expect([...bare, ...silent]).toEqual([]);
  });

  it('uses the null type of 3.1', () => {
    expect(JSON.stringify(document)).not.toContain('"nullable"');
    expect(document.components.schemas['NeedView']).toMatchObject({
      properties: { topic: { type: ['string', 'null'] } },
    });
  });

  it('has the statuses of created, changed and conflicting resources', () => {
    const statuses = (verb: string, path: string): string =>
      Object.keys(document.paths[path]?.[verb]?.responses ?? {}).join(' ');
    expect(statuses('post', '/engine/v1/operator/tenants')).toBe('201 400 401 408 409 413 415 422 429 503');
    expect(statuses('post', '/engine/v1/admin/needs/bulk')).toMatch(/^200 202 4/);
    expect(statuses('post', '/engine/v1/admin/requirements')).toMatch(/^200 201 400 /);
    expect(statuses('post', '/engine/v1/admin/needs/{id}/reopen')).toMatch(/^200 400 .* 413 415 /);
    expect(statuses('put', '/engine/v1/admin/signal-map')).toBe('200 400 401 403 408 409 412 413 415 422 429 503');
    expect(statuses('get', '/engine/v1/admin/needs/{id}')).toBe('200 401 403 404 422 429 503');
    expect(statuses('post', '/engine/v1/integration/{tenant}/webhook')).toBe('200 400 401 408 413 422 429 503');
  });
});
