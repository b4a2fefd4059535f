import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { routesOf } from '../harness/router.js';
import { type ScimResponse, scimOf } from '../harness/scim.js';

interface Media {
  readonly schema: { readonly $ref: string };
  readonly example?: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

describe('the OpenAPI document of SCIM', () => {
  let engine: SharedEngine;
  let document: Document;
  let main: Document;
  let operations: Operation[];
  const ajv = new Ajv2020({ strict: false, validateFormats: false });

  const read = async (path: string): Promise<Document> =>
    (await (await httpCall('GET', engine.url + path)).json()) as Document;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    [document, main] = await Promise.all([read('/engine/scim/openapi.json'), read('/engine/openapi.json')]);
    operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    ajv.addSchema({ $id: 'scim', components: document.components });
  });

  const faultsOf = (schema: string, value: unknown): string => {
    const validate = ajv.getSchema(`scim#/components/schemas/${schema}`);
    if (validate === undefined) throw new Error(`the document has no schema ${schema}`);
    return validate(value) === true ? '' : `${schema}: ${ajv.errorsText(validate.errors)}`;
  };
  const nameOf = ({ schema }: Media): string => schema.$ref.replace('#/components/schemas/', '');

  it('is the generated file, of the same version as the main one, and linked from the documentation', async () => {
    expect(document).toEqual(JSON.parse(await readFile('libs/diagnostics/api-docs/scim-openapi.json', 'utf8')));
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.version).toBe(main.info.version);
    expect(await (await httpCall('GET', `${engine.url}/engine/docs`)).text()).toContain(
      'href="/engine/scim/openapi.json"',
    );
  });

  it('describes exactly the routes of SCIM, and the main document describes none of them', () => {
    const served = routesOf(engine).filter((route) => / \/engine\/scim\/v2(?:\/|$)/.test(route));
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.toSorted()).toEqual(served.toSorted());
    expect(Object.keys(main.paths).filter((path) => path.includes('/scim/'))).toEqual([]);
    expect(JSON.stringify(main)).not.toContain('scim+json');
  });

  it('has only SCIM errors, and bodies of the media type of SCIM', () => {
    for (const { responses, requestBody } of operations)
      for (const [status, content] of [
        ...Object.entries(responses).map(([code, answer]) => [code, answer.content] as const),
        ['body', requestBody?.content] as const,
      ]) {
        if (content === undefined) continue;
        expect(Object.keys(content)).toEqual(['application/scim+json']);
        if (status >= '400' && status < '600')
          expect(content['application/scim+json']?.schema.$ref).toBe('#/components/schemas/ScimError');
      }
  });

  it('has an example of each body and each answer, which its schema allows', () => {
    let examples = 0;
    for (const { operationId, requestBody, responses } of operations) {
      const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
        status < '300' ? Object.values(content) : [],
      );
      for (const media of [...Object.values(requestBody?.content ?? {}), ...answers]) {
        expect(`${operationId} ${faultsOf(nameOf(media), media.example)}`).toBe(`${operationId} `);
        examples++;
      }
    }
    expect(examples).toBeGreaterThan(20);
  });

  it('has examples that the engine accepts, and describes what it answers', async () => {
    const tenant = await engine.createTenant();
    const scim = scimOf(() => tenant);
    const bodyOf = (verb: string, path: string): unknown =>
      document.paths[`/engine/scim/v2${path}`]?.[verb]?.requestBody?.content['application/scim+json']?.example;
    const answers: Array<[schema: string, ScimResponse, status: number]> = [];
    const user = await scim.call('POST', '/Users', bodyOf('post', '/Users'));
    answers.push(['User', user, 201]);
    const path = `/Users/${user.body.id}`;
    answers.push(['User', await scim.call('PATCH', path, bodyOf('patch', '/Users/{id}')), 200]);
    answers.push(['User', await scim.call('PUT', path, bodyOf('put', '/Users/{id}')), 200]);
    answers.push(['UserPage', await scim.call('POST', '/Users/.search', bodyOf('post', '/Users/.search')), 200]);
    const group = await scim.call('POST', '/Groups', { displayName: 'Riggers', members: [{ value: user.body.id }] });
    answers.push(['Group', group, 201]);
    answers.push(['ResourcePage', await scim.call('GET', '?excludedAttributes=userName'), 200]);
    answers.push(['ServiceProviderConfig', await scim.call('GET', '/ServiceProviderConfig'), 200]);
    answers.push(['ResourceTypePage', await scim.call('GET', '/ResourceTypes'), 200]);
    answers.push(['SchemaPage', await scim.call('GET', '/Schemas'), 200]);
    answers.push(['ScimError', await scim.call('POST', '/Users', {}), 400]);
    for (const [schema, { status, body }, expected] of answers)
      expect([schema, status, faultsOf(schema, body)]).toEqual([schema, expected, '']);
  });
});
