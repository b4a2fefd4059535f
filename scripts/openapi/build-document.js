// The OpenAPI 3.1 documents of the engine, its own and that of SCIM. Routes and responses come from Nest's metadata and
// the sources' types and comments; the webhook and SCIM's bodies are written by hand. Nothing is started for it.
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import { byText } from './by-text.js';
import { demandParameters, describeProperties } from './common-fields.js';
import { dropPropertyExamples } from './examples.js';
import { INFO, SECURITY_SCHEMES } from './info.js';
import { completeOperation, uploadForms } from './operations.js';
import { loadPluginMetadata } from './plugin-metadata.js';
import { addExamples } from './operation-examples.js';
import { previewApp } from './preview-app.js';
import { PROBLEM_SCHEMA } from './problems.js';
import { addPropertyExamples } from './property-examples.js';
import { completeSchemas, usedSchemas } from './schemas.js';
import { scimDocument } from './scim/scim-document.js';
import { readSources } from './source-facts.js';
import { TAGS } from './tags.js';
import { WEBHOOK_PATHS, WEBHOOK_SCHEMAS } from './webhook.js';

/** The pages that show the documents are not part of them; learners read their pages in a browser. */
const NOT_DESCRIBED = ['diagnostics/api-docs/', 'learning/pages/'];
const SCIM = 'directory/scim/';

const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

/** @returns `{main, scim}`: SCIM has its own media type and errors, and so a document of its own */
export async function buildDocuments() {
  const program = ReadonlyVisitor.createTsProgram('tsconfig.json');
  const classes = await loadPluginMetadata(program);
  const { models, controllers: sources } = readSources(program);
  const { app, controllers } = await previewApp();
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().setOpenAPIVersion('3.1.0').build(), {
    operationIdFactory: (controller, handler) => `${controller}.${handler}`,
    autoTagControllers: false,
    extraModels: [
      ...[...valuesOfMaps(models)].map((name) => classes.get(name)),
      ...uploadForms([...controllers.values()]),
    ],
  });
  const { schemas } = document.components;
  completeSchemas(schemas, { models, classes });

  const paths = {};
  const scimRoutes = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [verb, operation] of Object.entries(item)) {
      const [name, handlerName] = operation.operationId.split('.');
      const facts = sources.get(name);
      if (facts === undefined) throw new Error(`${name} is in no file libs/**/*.controller.ts`);
      if (NOT_DESCRIBED.some((folder) => facts.path.startsWith(folder))) continue;
      if (facts.path.startsWith(SCIM)) {
        scimRoutes.push({ verb, path, controller: name, handler: handlerName, summary: operation.summary });
        continue;
      }
      completeOperation(
        operation,
        { verb, path },
        { name, controller: controllers.get(name), handlerName, facts },
        schemas,
      );
      (paths[path] ??= {})[verb] = ordered(operation);
    }
  }
  const complete = {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/', description: 'The server that this document comes from.' }],
    tags: [],
    paths: sortedPaths({ ...WEBHOOK_PATHS, ...paths }),
    components: {
      securitySchemes: SECURITY_SCHEMES,
      schemas: { ...schemas, ...WEBHOOK_SCHEMAS, Problem: PROBLEM_SCHEMA },
    },
  };
  complete.components.schemas = usedSchemas(complete);
  describeProperties(complete.components.schemas);
  demandParameters(complete.paths);
  addPropertyExamples(complete.components.schemas);
  addExamples(complete);
  Object.values(complete.components.schemas).forEach(dropPropertyExamples);
  complete.tags = usedTags(complete);
  demandReadableNames(complete);
  return { main: plain(complete), scim: plain(scimDocument(INFO, scimRoutes)) };
}

/** The document as JSON has it, without what is undefined. */
function plain(document) {
  return JSON.parse(JSON.stringify(document, withoutWraps));
}

/** Comments are wrapped at the width of the sources: a single line break in a description becomes a space. */
function withoutWraps(name, value) {
  return name === 'description' && typeof value === 'string' ? value.replaceAll(/(?<!\n)\n(?![\n|*-])/g, ' ') : value;
}

function valuesOfMaps(models) {
  const facts = [...models.values()].flatMap(({ properties }) => [...properties.values()]);
  return new Set(facts.map(({ mapOf }) => mapOf).filter((name) => name !== null && models.has(name)));
}

/** Sorts the fields of an operation, whoever created them. */
function ordered({ operationId, tags, summary, description, security, parameters, requestBody, responses }) {
  return { operationId, tags, summary, description, security, parameters, requestBody, responses };
}

/** Sorts the paths, because the order of modules has no meaning and would make unrelated changes in the document. */
function sortedPaths(paths) {
  const items = Object.entries(paths).toSorted(([one], [other]) => byText(one, other));
  return Object.fromEntries(
    items.map(([path, item]) => [
      path,
      Object.fromEntries(VERBS.filter((verb) => verb in item).map((verb) => [verb, item[verb]])),
    ]),
  );
}

function usedTags({ paths }) {
  const used = new Set(operationsOf(paths).flatMap(({ tags }) => tags));
  return Object.values(TAGS).filter(({ name }) => used.has(name));
}

function demandReadableNames({ paths }) {
  const names = operationsOf(paths).map(({ operationId }) => operationId);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`two operations are called ${twice.join(', ')}: ${ADVICE}`);
  const repeating = names.filter(repeatsAWord);
  if (repeating.length > 0) throw new Error(`a word is twice in ${repeating.join(', ')}: ${ADVICE}`);
}

const ADVICE = 'rename a handler (scripts/openapi/operation-names.js makes the names)';

/** True for `authorAuthor` and `getDraftSourceSources`. */
function repeatsAWord(name) {
  const words = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase().replace(/s$/, ''));
  return new Set(words).size < words.length;
}

function operationsOf(paths) {
  return Object.values(paths).flatMap((item) => Object.values(item));
}
