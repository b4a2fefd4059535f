// Operations: what @nestjs/swagger made of the controllers, with names, features, access, errors and headers.
import { operationName, inWords } from './operation-names.js';
import { KEY_PROBLEMS, commonProblems, problemResponses } from './problems.js';
import { tagOf } from './tags.js';
import { constrained, validatedFields } from './validated-fields.js';

// Keys of Nest's own metadata, and of libs/tenancy/access/access.ts.
const PATH = 'path';
const HEADERS = '__headers__';
const INTERCEPTORS = '__interceptors__';
const EVENT_STREAM = '__sse__';
const ROUTE_ARGUMENTS = '__routeArguments__';
const QUERY = 4;
const ACCESS = 'access';
const ROUTE_CONFIG = '__fastify_route_config__';

/** The body of a route that takes rows (libs/platform/http/bodies/rows-body.ts). */
const ROWS = {
  required: true,
  content: {
    'text/csv': {
      schema: {
        type: 'string',
        description: 'UTF-8. The first row names the columns; commas, semicolons or tabs part them.',
      },
    },
    'application/x-ndjson': { schema: { type: 'string', description: 'One JSON object a line.' } },
  },
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` that was read: the change is refused with 412 where the resource has changed since.',
  schema: { type: 'string' },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A text of your own, 1 to 255 characters: repeated with it within 24 hours, the call is made once and answered alike, with `idempotent-replayed: true`.',
  schema: { type: 'string', maxLength: 257 },
};
const REPLAYED = {
  description: '`true`: this is the answer to an earlier call with the same `Idempotency-Key`.',
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
  if (Reflect.getMetadata(ROUTE_CONFIG, handler)?.body?.kind === 'rows') operation.requestBody = structuredClone(ROWS);
  describe(operation, access);
  completeQuery(operation, queryModel(controller, handlerName));
  completeAnswer(operation, `${controllerName}.${handlerName}`, contentType(handler), schemas);
  if (goesOn(handler))
    operation.responses[202] = {
      ...operation.responses[200],
      description: 'It goes on in the background: the operation tells how far it is.',
    };
  const { problems: thrown, idPrefix } = facts.handlers.get(handlerName);
  const id = operation.parameters.find((parameter) => parameter.in === 'path' && parameter.name === 'id');
  if (id !== undefined && idPrefix !== null) id.description = `\`${idPrefix}_…\``;
  const heedsIfMatch = thrown.some(({ code }) => code === 'stale');
  if (heedsIfMatch) operation.parameters.push({ ...IF_MATCH, schema: { ...IF_MATCH.schema } });
  const isOnce = isForMembers(access) && verb !== 'get';
  if (isOnce) takeKey(operation);
  const hasBody = operation.requestBody !== undefined;
  const hasQuery = operation.parameters.some((parameter) => parameter.in === 'query');
  const common = commonProblems({ access, verb, hasBody, hasFields: hasQuery || hasBody || heedsIfMatch });
  Object.assign(
    operation.responses,
    problemResponses([
      ...common,
      ...(isOnce ? KEY_PROBLEMS : []),
      ...thrown.filter((problem) => canHappen(problem, verb, path)),
    ]),
  );
}

function isForMembers(access) {
  return access !== 'public' && access !== 'operator';
}

/** What libs/tenancy/idempotency does to every changing call of a member. */
function takeKey(operation) {
  operation.parameters.push(structuredClone(IDEMPOTENCY_KEY));
  for (const response of Object.values(operation.responses))
    response.headers = { ...response.headers, 'idempotent-replayed': structuredClone(REPLAYED) };
}

/** A session's cookie goes by itself, so that a change needs its CSRF token as well. */
function securityOf(access, verb) {
  if (access === 'public') return [];
  if (access === 'operator') return [{ operator: [] }];
  return [{ admin: [] }, verb === 'get' ? { session: [] } : { session: [], csrf: [] }];
}

/** What is created or listed is not looked for; its handler reads it back by code that could miss it. */
function canHappen({ status }, verb, path) {
  return typeof status === 'number' && !(status === 404 && !path.includes('{') && (verb === 'get' || verb === 'post'));
}

/** The first sentence of the comment is the summary; what follows it, and who may call, the description. */
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
  if (access === 'public') return '';
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

/** What a handler that answers no JSON says it sends; null: JSON. */
function contentType(handler) {
  if (Reflect.getMetadata(EVENT_STREAM, handler) === true) return 'text/event-stream';
  const type = (Reflect.getMetadata(HEADERS, handler) ?? []).find(
    ({ name }) => name.toLowerCase() === 'content-type',
  )?.value;
  return typeof type === 'string' ? type.split(';')[0] : null;
}

/**
 * Whether it answers 202 where what was asked for goes on in the background
 * (libs/operations/accepted.interceptor.ts).
 */
function goesOn(handler) {
  return (Reflect.getMetadata(INTERCEPTORS, handler) ?? []).some(({ name }) => name === 'AcceptedWhileRunning');
}

/** Says what an answer is in words, names its `ETag`, and gives one that is no JSON its content type. */
function completeAnswer(operation, handler, type, schemas) {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (type !== null) response.content = { [type]: { schema: { type: 'string' } } };
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

function answerInWords(status, schema) {
  if (status === '204') return 'Done; there is nothing to say.';
  if (status === '302') return 'The browser goes on to the address in `Location`.';
  if (schema?.description !== undefined) return schema.description;
  if (schema?.properties?.nextCursor !== undefined) return 'A page of the list.';
  return status === '201' ? 'Created.' : 'Done.';
}
