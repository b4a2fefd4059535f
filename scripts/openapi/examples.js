// Examples of bodies and responses, made of the examples of properties. These are only a means: the document has the
// examples of whole bodies.

/** Deeper objects of an example are left out, unless they are required. */
const MAX_DEPTH = 6;

/**
 * An example of a schema: that of the schema itself, else one made of its parts.
 * @param {{schemas: object, isBody: boolean}} context `isBody`: without read-only properties
 * @returns undefined if a part of the schema has no example
 */
export function exampleOf(schema, context, depth = 0) {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref !== undefined) return exampleOf(context.schemas[schema.$ref.split('/').at(-1)], context, depth);
  if (schema.allOf?.length === 1) return exampleOf(schema.allOf[0], context, depth);
  const variants = (schema.oneOf ?? schema.anyOf)?.filter(
    ({ type, required }) => type !== 'null' && (type || !required),
  );
  if (variants?.length > 0 && schema.properties === undefined) return exampleOf(variants[0], context, depth);
  if (schema.const !== undefined) return schema.const;
  const [type] = [schema.type].flat();
  if (type === 'array') {
    const item = exampleOf(schema.items, context, depth + 1);
    return item === undefined ? undefined : Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => item);
  }
  if (schema.enum !== undefined) return schema.enum[0];
  if (type === 'object') return objectExample(schema, context, depth);
  return schema.default;
}

function objectExample({ properties, required = [], additionalProperties }, context, depth) {
  if (properties === undefined) {
    if (typeof additionalProperties !== 'object') return {};
    const value = exampleOf(additionalProperties, context, depth + 1);
    return value === undefined ? undefined : { near_miss: value };
  }
  const shown = Object.entries(properties).filter(
    ([name, property]) =>
      name !== REFERENCE &&
      !(context.isBody && property.readOnly === true) &&
      (depth < MAX_DEPTH || required.includes(name)),
  );
  const values = shown.map(([name, property]) => [name, exampleOf(property, context, depth + 1)]);
  return values.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(values);
}

/** Readers of the document would follow it. */
const REFERENCE = '$ref';

/** The properties whose values no example can be made of, by their paths: for a message. */
export function withoutExample(schema, context, path = '', depth = 0) {
  if (exampleOf(schema, context, depth) !== undefined) return [];
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1);
    return withoutExample(context.schemas[name], context, name, depth);
  }
  const [variant] = (schema.oneOf ?? schema.anyOf ?? []).filter(({ $ref }) => $ref !== undefined);
  if (variant !== undefined) return withoutExample(variant, context, path, depth);
  if (schema.items !== undefined) return withoutExample(schema.items, context, `${path}[]`, depth + 1);
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    withoutExample(property, context, `${path}.${name}`, depth + 1),
  );
  return inner.length > 0 ? inner : [path];
}

/** Removes the examples of properties. */
export function dropPropertyExamples(schema) {
  if (typeof schema !== 'object' || schema === null) return;
  delete schema.example;
  Object.values(schema.properties ?? {}).forEach(dropPropertyExamples);
  for (const part of [schema.items, schema.additionalProperties, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])
    dropPropertyExamples(part);
}
