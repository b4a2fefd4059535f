import { httpCall } from './http-call.js';

/** An operation of an OpenAPI document. */
export interface ApiOperation {
  operationId: string;
  summary: string;
  tags: string[];
  security?: object[];
  parameters?: Array<{ name: string; in: string; description?: string; required?: boolean; schema: object }>;
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref?: string } }> }>;
}

/** An OpenAPI document. */
export interface OpenApi {
  openapi: string;
  tags: Array<{ name: string }>;
  paths: Record<string, Record<string, ApiOperation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

/** Whether an operation answers a page of a list: it has a `nextCursor`. */
export function hasPages({ components }: OpenApi, { responses }: ApiOperation): boolean {
  const name = responses['200']?.content?.['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
  return JSON.stringify(components.schemas[name] ?? {}).includes('"nextCursor":');
}

/** The parts of an OpenAPI document that merging needs. */
interface ApiDocumentParts {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const SCHEMAS = '#/components/schemas/';

/** The engine's OpenAPI document. @param url of the engine */
export async function readApiDocument<Document>(url: string): Promise<Document> {
  return (await (await httpCall('GET', `${url}/engine/openapi.json`)).json()) as Document;
}

/**
 * The engine's two OpenAPI documents, its own and that of SCIM, merged for tests of every operation. The names of the
 * SCIM schemas get the prefix `Scim_`, because both documents have a `UserPage`.
 * @param url of the engine
 */
export async function readApiDocuments<Document extends ApiDocumentParts>(url: string): Promise<Document> {
  const [main, scim] = await Promise.all(
    ['/engine/openapi.json', '/engine/scim/openapi.json'].map(async (path) =>
      (await httpCall('GET', url + path)).text(),
    ),
  );
  const own = JSON.parse(main ?? '') as Document;
  const { paths, components } = JSON.parse(
    (scim ?? '').replaceAll(`"${SCHEMAS}`, `"${SCHEMAS}Scim_`),
  ) as ApiDocumentParts;
  const schemas = Object.entries(components.schemas).map(([name, schema]) => [`Scim_${name}`, schema] as const);
  return {
    ...own,
    paths: { ...own.paths, ...paths },
    components: { schemas: { ...own.components.schemas, ...Object.fromEntries(schemas) } },
  };
}
