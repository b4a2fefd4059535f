import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readApiDocument } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';

interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

type Content = Readonly<Record<string, Media>>;

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

describe('the examples of the API document', () => {
  let engine: SharedEngine;
  let document: Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    document = await readApiDocument<Document>(engine.url);
    ajv.addSchema({ $id: 'api', components: document.components });
  });

  /** Bodies and answers in JSON, but errors, which have the example of their schema. */
  const jsonOf = ({ requestBody, responses }: Operation): Media[] => {
    const good = Object.entries(responses).flatMap(([status, { content = {} }]) => (status < '300' ? [content] : []));
    return [requestBody?.content ?? {}, ...good].flatMap(({ 'application/json': json }) => (json ? [json] : []));
  };

  const valuesOf = ({ example, examples = {} }: Media): unknown[] =>
    example === undefined ? Object.values(examples).map(({ value }) => value) : [example];

  it('are there for each body and each answer, and valid', () => {
    const faults: string[] = [];
    let count = 0;
    for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item)))
      for (const media of jsonOf(operation)) {
        const schema = JSON.parse(JSON.stringify(media.schema).replaceAll('"#/components/', '"api#/components/'));
        const validate = ajv.compile(schema as object);
        const values = valuesOf(media);
        if (values.length === 0) faults.push(`${operation.operationId} has none`);
        for (const value of values)
          if (!validate(value)) faults.push(`${operation.operationId}: ${ajv.errorsText(validate.errors)}`);
        count += values.length;
      }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(200);
  });

  it.each([
    ['/workers', '201'],
    ['/courses', '201'],
    ['/sites', '201'],
    ['/groups', '201'],
    ['/credentials', '201'],
    ['/onboarding', '201'],
    ['/requirements', '201'],
    ['/topics/synonyms', '201'],
    ['/topics/match', '200'],
    ['/signals/check', '200'],
    ['/readiness/check', '200'],
    ['/signal-map/preview', '200'],
  ])('are accepted by the engine: POST %s', async (path, status) => {
    const tenant = await engine.createTenant();
    const exampleOf = (at: string): object =>
      document.paths[`/engine/v1/admin${at}`]?.['post']?.requestBody?.content['application/json']?.example as object;
    if (['/credentials', '/onboarding', '/requirements'].includes(path))
      await tenant.admin('POST', '/workers', exampleOf('/workers'));
    expect([path, String((await tenant.admin('POST', path, exampleOf(path))).status)]).toEqual([path, status]);
  });
});
