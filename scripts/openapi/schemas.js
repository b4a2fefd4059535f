// The schemas of bodies and responses: those of @nestjs/swagger, with additions.
import { byText } from './by-text.js';
import { constrained, dayOrTime, validatedFields } from './validated-fields.js';

/** A time in a response: `createdAt`, `at`. All are ISO 8601, but their TypeScript type is only "string". */
const TIME = /(?:^a|A)t$/;
/**
 * The numbers with a fraction in responses. All others are counts, sizes and the like, for which generated clients need
 * an integer type: some read a `number` as 32 bits, which have no room for every count of tokens or bytes.
 */
const FRACTION = /^score$/;

/** @param {{models: Map, classes: Map}} known facts of the sources, and the classes themselves */
export function completeSchemas(schemas, { models, classes }) {
  for (const [name, schema] of Object.entries(schemas)) {
    const facts = models.get(name);
    if (facts?.isAmbiguous) throw new Error(`two classes are called ${name}: a schema needs a name of its own`);
    if (facts?.comment) schema.description = facts.comment;
    const fields = validatedFields(classes.get(name));
    for (const [property, own] of Object.entries(schema.properties ?? {})) {
      schema.properties[property] = completeProperty(
        property,
        own,
        facts?.properties.get(property),
        fields.get(property),
      );
    }
    const required = (schema.required ?? []).filter((property) => !isOptional(fields.get(property)));
    if (required.length > 0) schema.required = required;
    else delete schema.required;
  }
}

/** A field with a default. */
function isOptional(field) {
  return field !== undefined && (field.isOptional || field.default !== undefined);
}

function completeProperty(name, given, facts, field) {
  const schema = plainReference(given);
  if (facts?.comment) schema.description ??= facts.comment;
  if (facts?.mapOf) schema.additionalProperties = { $ref: `#/components/schemas/${facts.mapOf}` };
  if (facts?.textOr) return textOrObject(schema, facts.textOr);
  if (facts?.numbers) Object.assign(schema, { type: 'integer', enum: facts.numbers });
  if ([schema.type].flat().includes('object') && schema.properties === undefined) schema.additionalProperties ??= true;
  if (facts?.isDayOrTime) return dayOrTime(schema);
  if (TIME.test(name) && [schema.type].flat().includes('string')) schema.format = 'date-time';
  if (field !== undefined) return constrained(schema, field);
  return FRACTION.test(name) ? schema : withIntegers(schema);
}

function withIntegers(schema) {
  const types = [schema.type].flat();
  if (!types.includes('number')) return schema;
  const integers = types.map((type) => (type === 'number' ? 'integer' : type));
  return { ...schema, type: integers.length === 1 ? integers[0] : integers };
}

/** OpenAPI 3.1 allows a description beside a reference, which @nestjs/swagger does not know. */
function plainReference({ allOf, ...others }) {
  return allOf?.length === 1 ? { ...others, ...allOf[0] } : { ...others, ...(allOf && { allOf }) };
}

/** Text, an object of texts, or null. */
function textOrObject({ description }, fields) {
  const object = {
    type: 'object',
    required: fields.filter(({ isOptional: mayMiss }) => !mayMiss).map(({ name }) => name),
    properties: Object.fromEntries(
      fields.map(({ name, comment }) => [name, { type: 'string', ...(comment && { description: comment }) }]),
    ),
  };
  return { ...(description && { description }), oneOf: [{ type: 'string' }, object, { type: 'null' }] };
}

/** Keeps only the used schemas, in alphabetical order. */
export function usedSchemas(document) {
  const used = new Set();
  const follow = (value) => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof value.$ref === 'string') {
      const name = value.$ref.replace('#/components/schemas/', '');
      if (!used.has(name) && name in document.components.schemas) {
        used.add(name);
        follow(document.components.schemas[name]);
      }
    }
    Object.values(value).forEach(follow);
  };
  follow(document.paths);
  follow(document.components.responses);
  return Object.fromEntries([...used].toSorted(byText).map((name) => [name, document.components.schemas[name]]));
}
