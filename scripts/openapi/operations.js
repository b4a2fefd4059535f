// Completes operations of @nestjs/swagger with names, features, access, errors and headers.
import { operationName, inWords } from './operation-names.js';
import { KEY_PROBLEMS, commonProblems, problemResponses } from './problems.js';
import { tagOf } from './tags.js';
import { constrained, validatedFields } from './validated-fields.js';

// Keys of Nest's metadata, and of libs/tenancy/access/access.ts.
const PATH = 'path';
const HEADERS = '__headers__';
const INTERCEPTORS = '__interceptors__';
const EVENT_STREAM = '__sse__';
const ROUTE_ARGUMENTS = '__routeArguments__';
const QUERY = 4;
const ACCESS = 'access';
// Of libs/platform/http/queries/handler-query.ts.
const IGNORES_UNKNOWN_QUERY = 'ignores-unknown-query';
const ROUTE_CONFIG = '__fastify_route_config__';

/** The body of a route that accepts rows (libs/platform/http/bodies/rows-body.ts). */
const ROWS = {
  required: true,
  content: {
    'text/csv': {
      schema: {
        type: 'string',
        description:
          'UTF-8 or Windows-1252. The first row names the columns; the delimiter is a comma, a semicolon or a tab.',
      },
    },
    'application/x-ndjson': { schema: { type: 'string', description: 'One JSON object per line.' } },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
      schema: { type: 'string', format: 'binary', description: 'A workbook (XLSX), of which the first sheet is read.' },
    },
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary', description: 'The rows, in one of these formats.' } },
      },
    },
  },
};

/** The file of an upload (libs/platform/http/bodies/upload-body.ts). */
const FILE = { type: 'string', format: 'binary', description: 'The file.' };

/** Parameters of paths that mean the same everywhere. */
const PATH_PARAMETERS = {
  slug: 'Slug of the tenant.',
  tenant: 'Slug of the tenant.',
  version: 'Number of the version, from 1.',
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` that was read: the change is refused with 412 if the resource has changed since.',
  schema: { type: 'string' },
};

/** Of a stream of events. Browsers send it, and other clients have to. */
const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description:
    'The `id` of the last event that was received: the stream begins with those that were missed, or with `resync`.',
  schema: { type: 'string' },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`.',
  schema: { type: 'string', maxLength: 257 },
};
const REPLAYED = {
  description: '`true`: this is the response to an earlier request with the same `Idempotency-Key`.',
  schema: { type: 'string' },
};

/**
 * Completes one operation in place.
 * @param {{verb: string, path: string}} route
 * @param {{name: string, controller: Function, handlerName: string, facts: object}} origin where it comes from
 */
export function completeOperation(
  operation,
  { verb, path },
  { name: controllerName, controller, handlerName, facts },
  schemas,
) {
  const handler = controller.prototype[handlerName];
  const access = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller);
  if (access === undefined) throw new Error(`${controllerName}.${handlerName} declares no access`);
  const controllerPath = Reflect.getMetadata(PATH, controller);
  operation.operationId = operationName({ controllerName, controllerPath, handlerName, verb, path });
  operation.tags = [tagOf(facts.lib, path)];
  operation.security = securityOf(access, verb);
  const body = Reflect.getMetadata(ROUTE_CONFIG, handler)?.body;
  if (body?.kind === 'rows') operation.requestBody = structuredClone(ROWS);
  if (body?.kind === 'upload') operation.requestBody = uploadOf(body.upload, schemas);
  describe(operation, access);
  completeQuery(operation, queryModel(controller, handlerName));
  completeAnswer(operation, `${controllerName}.${handlerName}`, contentType(handler), schemas);
  addOtherAnswers(operation, handler);
  const { problems: thrown, idPrefix } = facts.handlers.get(handlerName);
  const id = operation.parameters.find((parameter) => parameter.in === 'path' && parameter.name === 'id');
  if (id !== undefined && idPrefix !== null) id.description = `\`${idPrefix}_…\``;
  for (const parameter of operation.parameters) {
    if (parameter.in !== 'path') continue;
    parameter.description ??= PATH_PARAMETERS[parameter.name];
    if (parameter.schema.type === 'number') parameter.schema.type = 'integer';
  }
  const heedsIfMatch = thrown.some(({ code }) => code === 'stale');
  if (operation.responses[200]?.content?.['text/event-stream'] !== undefined)
    operation.parameters.push({ ...LAST_EVENT_ID, schema: { ...LAST_EVENT_ID.schema } });
  if (heedsIfMatch) operation.parameters.push({ ...IF_MATCH, schema: { ...IF_MATCH.schema } });
  const isOnce = isForMembers(access) && verb !== 'get';
  if (isOnce) takeKey(operation);
  // A body is read before its route is known to take none: it may be refused, too.
  const hasBody = verb !== 'get';
  const hasQuery = operation.parameters.some((parameter) => parameter.in === 'query');
  // libs/platform/http/queries refuses parameters that no handler declares.
  const refusesQuery = [handler, controller].every(
    (one) => Reflect.getMetadata(IGNORES_UNKNOWN_QUERY, one) === undefined,
  );
  const hasFields = hasQuery || hasBody || heedsIfMatch || refusesQuery;
  const common = commonProblems({ access, verb, hasBody, hasFields });
  Object.assign(
    operation.responses,
    problemResponses([
      ...common,
      ...(isOnce ? KEY_PROBLEMS : []),
      ...thrown.filter((problem) => canHappen(problem, verb, path)),
    ]),
  );
}

/** A form with the fields of a DTO class and a file; or the file alone. */
function uploadOf({ fields, fileTypes }, schemas) {
  const form = schemas[fields.name];
  form.properties.file = structuredClone(FILE);
  form.required = [...new Set([...(form.required ?? []), 'file'])];
  const files = fileTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]);
  return {
    required: true,
    content: {
      'multipart/form-data': { schema: { $ref: `#/components/schemas/${fields.name}` } },
      ...Object.fromEntries(files),
    },
  };
}

/** The forms of uploads, which no parameter of a handler names. */
export function uploadForms(controllers) {
  return controllers
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype).map((name) => prototype[name]))
    .flatMap((member) => Reflect.getMetadata(ROUTE_CONFIG, member)?.body?.upload?.fields ?? []);
}

function isForMembers(access) {
  return access !== 'public' && access !== 'operator';
}

/** Documents libs/tenancy/idempotency for a request of a member that makes a change. */
function takeKey(operation) {
  operation.parameters.push(structuredClone(IDEMPOTENCY_KEY));
  for (const response of Object.values(operation.responses))
    response.headers = { ...response.headers, 'idempotent-replayed': structuredClone(REPLAYED) };
}

/** Browsers send a session's cookie automatically, so a change also needs the CSRF token. */
function securityOf(access, verb) {
  if (access === 'public') return [];
  if (access === 'operator') return [{ operator: [] }];
  return [{ admin: [] }, verb === 'get' ? { session: [] } : { session: [], csrf: [] }];
}

/**
 * Creating and listing cannot answer 404, although the handler reaches code that throws it; a document is about one
 * thing.
 */
function canHappen({ status }, verb, path) {
  return (
    typeof status === 'number' && !(status === 404 && !/\{|\.pdf$/.test(path) && (verb === 'get' || verb === 'post'))
  );
}

/** The first sentence of the comment is the summary; the rest, with the required access, is the description. */
function describe(operation, access) {
  const comment = operation.summary?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const [, first, rest] = /^(.+?)(?:[.:](?= |$)(.*))?$/.exec(comment) ?? [
    undefined,
    inWords(operation.operationId),
    '',
  ];
  operation.summary = first;
  operation.description = [operation.description, capital(rest?.trim() ?? ''), needed(access)]
    .filter((sentence) => sentence)
    .join(' ');
  if (operation.description === '') delete operation.description;
}

function needed(access) {
  if (access === 'public') return 'Needs no credentials.';
  return access === 'operator'
    ? 'Needs the operator token.'
    : `Needs the role \`${access}\`${access === 'admin' ? '' : ' or a higher one'}.`;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function queryModel(controller, handlerName) {
  const sources = Object.entries(Reflect.getMetadata(ROUTE_ARGUMENTS, controller, handlerName) ?? {});
  const whole = sources.find(([key, { data }]) => key.startsWith(`${QUERY}:`) && data === undefined);
  return whole === undefined
    ? null
    : Reflect.getMetadata('design:paramtypes', controller.prototype, handlerName)[whole[1].index];
}

function completeQuery(operation, model) {
  const fields = model === null ? new Map() : validatedFields(model);
  for (const parameter of operation.parameters) {
    if (parameter.in !== 'query') continue;
    const field = fields.get(parameter.name);
    if (field !== undefined) {
      constrained(parameter.schema, field);
      parameter.required = parameter.required && !field.isOptional && field.default === undefined;
    }
    if (parameter.schema.type === 'array') Object.assign(parameter, { style: 'form', explode: false });
  }
}

/** The declared content type of a handler; null: JSON. */
function contentType(handler) {
  if (Reflect.getMetadata(EVENT_STREAM, handler) === true) return 'text/event-stream';
  const type = (Reflect.getMetadata(HEADERS, handler) ?? []).find(
    ({ name }) => name.toLowerCase() === 'content-type',
  )?.value;
  return typeof type === 'string' ? type.split(';')[0] : null;
}

/**
 * The interceptors that answer another status than the handler's own, with the same content
 * (libs/operations/accepted.interceptor.ts, libs/authoring/start, libs/readiness/requirements/dry-run.interceptor.ts).
 */
const OTHER_ANSWERS = new Map([
  [
    'AcceptedWhileRunning',
    { own: 200, other: 202, description: 'It continues in the background: the operation has the progress.' },
  ],
  [
    'AcceptedDraft',
    { own: 200, other: 202, description: 'The draft is written in the background, and has the progress.' },
  ],
  ['DryRunIsOk', { own: 201, other: 200, description: 'With `dryRun`: nothing is stored.' }],
]);

function addOtherAnswers({ responses }, handler) {
  for (const { name } of Reflect.getMetadata(INTERCEPTORS, handler) ?? []) {
    const answer = OTHER_ANSWERS.get(name);
    if (answer !== undefined) responses[answer.other] = { ...responses[answer.own], description: answer.description };
  }
}

/** Describes a response in words, documents its `ETag`, and sets its content type if it is not JSON. */
function completeAnswer(operation, handler, type, schemas) {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (type !== null) response.content = { [type]: { schema: fileSchema(type) } };
    if (response.content === undefined && Number(status) < 300 && status !== '204') {
      throw new Error(
        `${handler} answers ${status} with what the document cannot show: return a class with fields, or declare @Header('content-type', …)`,
      );
    }
    const schema = schemas[response.content?.['application/json']?.schema?.$ref?.split('/').at(-1)];
    response.description = answerInWords(status, schema);
    if (schema?.properties?.version !== undefined)
      response.headers = { ETag: { description: 'The version, for `If-Match`.', schema: { type: 'string' } } };
  }
}

/** Generators of clients read a `string` without a format as text, which would change the bytes of a file. */
function fileSchema(type) {
  return type.startsWith('text/') ? { type: 'string' } : { type: 'string', format: 'binary' };
}

function answerInWords(status, schema) {
  if (status === '204') return 'Done; there is no content.';
  if (status === '302') return 'The browser follows the redirect in `Location`.';
  if (schema?.description !== undefined) return schema.description;
  if (schema?.properties?.nextCursor !== undefined) return 'A page of the list.';
  return status === '201' ? 'Created.' : 'Done.';
}
