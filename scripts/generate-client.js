// Writes the generated part of the client, which is committed: `npm run generate`, after the OpenAPI document.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import openapiTypes, { astToString } from 'openapi-typescript';
import { keepCurrent } from './generated-file.js';

const FORM = 'multipart/form-data';

const document = JSON.parse(await readFile('libs/diagnostics/api-docs/openapi.json', 'utf8'));
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([verb, operation]) => ({ verb, path, operation })),
);

// An error response throws, and all errors have one type: the types of an operation contain only its successful
// responses.
for (const { operation } of operations) {
  operation.responses = Object.fromEntries(Object.entries(operation.responses).filter(([status]) => status < '300'));
}

// `paths`, `webhooks` and `$defs` repeat the contents of operations and schemas.
const WANTED = new Set(['operations', 'components']);
const BLOB = ts.factory.createTypeReferenceNode('Blob');
const types = (
  await openapiTypes(document, {
    immutable: true,
    defaultNonNullable: false,
    alphabetize: false,
    transform: ({ format }) => (format === 'binary' ? BLOB : undefined),
  })
).filter(({ name }) => WANTED.has(name?.text));

const routes = operations.map(({ verb, path, operation }) => {
  // Rows may come in a form, too; the client sends them as they are.
  const isForm = Object.keys(operation.requestBody?.content ?? {})[0] === FORM;
  return `  ${operation.operationId}: ['${verb}', '${path}'${isForm ? ", 'form'" : ''}],\n`;
});

await keepCurrent(
  'libs/client/api.generated.ts',
  `// Made by scripts/generate-client.js of libs/diagnostics/api-docs/openapi.json: change the routes, not this.

/** Each operation's verb and path, and whether its body is a form. */
export const ROUTES = {
${routes.join('')}} as const;

${astToString(types)}`,
);
