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
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** As much of the OpenAPI document as tells what bodies there are. */
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
  const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const schema = operation?.requestBody?.content['application/json']?.schema;
  return schema === undefined ? undefined : smallest(schema, document.components.schemas);
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

function smallest(schema: Schema, schemas: Schemas): unknown {
  if (schema.$ref !== undefined) return smallest(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.oneOf?.[0] !== undefined) return smallest(schema.oneOf[0], schemas);
  if (schema.enum !== undefined) return schema.enum[0];
  return BY_TYPE[[schema.type].flat()[0] ?? '']?.(schema, schemas);
}
