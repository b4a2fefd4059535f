// An example of each body and of each response, in the document. An error has that of its schema.
import { exampleOf, withoutExample } from './examples.js';

const ERRORS = new Set(['#/components/schemas/Problem', '#/components/schemas/ScimError']);

/** @throws for a body or a response of which no example can be made */
export function addExamples({ paths, components: { schemas } }) {
  const missing = new Set();
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item)))
    for (const { content, isBody } of contentsOf(operation)) {
      for (const [type, media] of Object.entries(content)) {
        if (
          !/[/+]json$/.test(type) ||
          ERRORS.has(media.schema.$ref) ||
          media.example !== undefined ||
          media.examples !== undefined
        )
          continue;
        const example = exampleOf(media.schema, { schemas, isBody });
        if (example === undefined)
          withoutExample(media.schema, { schemas, isBody }).forEach((path) => missing.add(path));
        else media.example = example;
      }
    }
  if (missing.size > 0)
    throw new Error(`no example for ${[...missing].join(', ')}: add it to scripts/openapi/example-texts.js`);
}

function contentsOf({ requestBody, responses }) {
  const answers = Object.values(responses).map(({ content = {} }) => ({ content, isBody: false }));
  return requestBody === undefined ? answers : [{ content: requestBody.content, isBody: true }, ...answers];
}
