interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface ApiOperation {
  readonly parameters?: ReadonlyArray<{ readonly name: string; readonly description?: string }>;
  readonly requestBody?: { readonly content: Readonly<Record<string, JsonBody>> };
}

interface JsonBody {
  readonly schema: Schema;
  readonly example?: object;
}

/** The parts of the OpenAPI document that describe bodies. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const TEXTS: Readonly<Record<string, string>> = { email: 'ada@example.com', 'date-time': '2999-01-01T00:00:00.000Z' };

/**
 * The smallest JSON body that an operation's schema allows; undefined: it takes none.
 * @param path with `:id`, as the router has it
 */
export function smallestBody(document: ApiDocument, method: string, path: string): unknown {
  const schema = bodySchema(document, method, path);
  return schema === undefined ? undefined : smallest(schema, document.components.schemas);
}

/** The example of an operation's JSON body in the document; undefined: it has none. */
export function bodyExample(
  document: ApiDocument,
  { method, path }: { method: string; path: string },
): object | undefined {
  const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  return jsonOf(operation)?.example;
}

/** The schema of an operation's JSON body, with its references and parts as one; undefined: it takes none. */
export function bodySchema(document: ApiDocument, method: string, path: string): Schema | undefined {
  const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const body = jsonOf(operation);
  return body === undefined ? undefined : whole(body.schema, document.components.schemas);
}

/** The JSON body of an operation: `application/json`, or `application/scim+json`. */
function jsonOf(operation: ApiOperation | undefined): JsonBody | undefined {
  return Object.entries(operation?.requestBody?.content ?? {}).find(([type]) => /[/+]json$/.test(type))?.[1];
}

function whole(schema: Schema, schemas: Schemas): Schema {
  const { $ref, allOf = [] } = schema;
  if ($ref !== undefined) return whole(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  const parts = [...allOf.map((part) => whole(part, schemas)), { ...schema, allOf: undefined }];
  return allOf.length === 0
    ? schema
    : {
        ...Object.assign({}, ...parts),
        type: 'object',
        required: parts.flatMap(({ required = [] }) => required),
        properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      };
}

type Schemas = ApiDocument['components']['schemas'];

const BY_TYPE: Readonly<Record<string, (schema: Schema, schemas: Schemas) => unknown>> = {
  string: ({ format, minLength }) => TEXTS[format ?? ''] ?? 'x'.repeat(minLength ?? 1),
  integer: ({ minimum }) => minimum ?? 0,
  number: ({ minimum }) => minimum ?? 0,
  boolean: () => false,
  array: ({ items, minItems }, schemas) => Array.from({ length: minItems ?? 0 }, () => smallest(items ?? {}, schemas)),
  object: ({ required, properties }, schemas) =>
    Object.fromEntries((required ?? []).map((name) => [name, smallest(properties?.[name] ?? {}, schemas)])),
};

function smallest(given: Schema, schemas: Schemas): unknown {
  const schema = whole(given, schemas);
  if (schema.oneOf?.[0] !== undefined) return smallest(schema.oneOf[0], schemas);
  if (schema.enum !== undefined) return schema.enum[0];
  return BY_TYPE[[schema.type].flat()[0] ?? '']?.(schema, schemas);
}
