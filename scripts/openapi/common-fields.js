// Descriptions of fields that mean the same in every schema. All others are described by their comments in the sources.
import { byText } from './by-text.js';

const COMMON = {
  items: 'The items of this page.',
  nextCursor: 'To send as `cursor` for the next page; null: this is the last one.',
  version: 'Number of the current version; the `ETag` has it too, for `If-Match`.',
  createdAt: 'When it was created, in UTC.',
  updatedAt: 'When it was last changed, in UTC.',
  createdBy: 'Who created it: `user:<e-mail>`, `token:<name>`, `operator` or `job:<queue>`.',
  externalWorkerId: 'Id of the worker in the source systems; null or omitted: none.',
  learnerId: 'Id of the worker in the learning platform; null or omitted: none.',
  email: 'E-mail address of the worker; null or omitted: none.',
};

/** Adds the common descriptions. @throws with the names of the properties that nothing describes */
export function describeProperties(schemas) {
  const missing = Object.entries(schemas).flatMap(([name, schema]) => describe(schema, name));
  if (missing.length > 0)
    throw new Error(`these properties need a comment in the sources: ${missing.toSorted(byText).join(', ')}`);
}

/** @throws with the parameters that nothing describes */
export function demandParameters(paths) {
  const missing = Object.values(paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId, parameters = [] }) =>
      parameters.filter(({ description }) => !description).map(({ name }) => `${name} of ${operationId}`),
    );
  if (missing.length > 0) throw new Error(`these parameters need a comment in the sources: ${missing.join(', ')}`);
}

function describe(schema, path) {
  // A part without a type only narrows the schema that it stands in.
  if (typeof schema !== 'object' || schema === null || isNarrowing(schema)) return [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    property.description ??= COMMON[name];
    return [...(property.description ? [] : [`${path}.${name}`]), ...describe(property, `${path}.${name}`)];
  });
  const parts = [schema.items, schema.additionalProperties, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [...own, ...parts.flatMap((part) => describe(part, path))];
}

function isNarrowing({ type, $ref, properties }) {
  return type === undefined && $ref === undefined && properties !== undefined;
}
