// What each handler of SCIM takes and answers. The library parses its bodies, so no DTO says it.
import { ATTRIBUTES, COUNT, EXCLUDED_ATTRIBUTES, FILTER, START_INDEX } from './message-schemas.js';

export const TAGS = [
  { name: 'Users', description: 'Workers, as an identity provider sees them.' },
  { name: 'Groups', description: 'Groups of workers.' },
  { name: 'Search', description: 'Queries of users and groups together, and queries as a body.' },
  { name: 'Discovery', description: 'The supported parts of SCIM, and its schemas.' },
];

/** By controller and handler: the operation's name and tag, and the schemas of its body and its answer. */
const HANDLERS = {
  ScimUsersController: resource('Users', 'User', 'UserPage'),
  ScimGroupsController: resource('Groups', 'Group', 'GroupPage'),
  ScimSearchController: {
    list: { name: 'listScimResources', tag: 'Search', answer: 'ResourcePage' },
    searchAll: { name: 'searchScimResources', tag: 'Search', body: 'SearchRequest', answer: 'ResourcePage' },
    searchUsers: { name: 'searchScimUsers', tag: 'Search', body: 'SearchRequest', answer: 'UserPage' },
    searchGroups: { name: 'searchScimGroups', tag: 'Search', body: 'SearchRequest', answer: 'GroupPage' },
  },
  ScimDiscoveryController: {
    config: described('getScimServiceProviderConfig', 'ServiceProviderConfig'),
    resourceTypes: described('listScimResourceTypes', 'ResourceTypePage'),
    resourceType: described('getScimResourceType', 'ResourceType'),
    schemas: described('listScimSchemas', 'SchemaPage'),
    schema: described('getScimSchema', 'SchemaDefinition'),
  },
};

function resource(tag, schema, page) {
  return {
    list: { name: `listScim${tag}`, tag, answer: page },
    create: { name: `createScim${schema}`, tag, body: `${schema}Body`, answer: schema },
    read: { name: `getScim${schema}`, tag, answer: schema },
    replace: { name: `replaceScim${schema}`, tag, body: `${schema}Body`, answer: schema },
    patch: { name: `patchScim${schema}`, tag, body: 'PatchRequest', answer: schema, mayBeEmpty: schema === 'Group' },
    remove: { name: `deleteScim${schema}`, tag, answer: null },
  };
}

function described(name, answer) {
  return { name, tag: 'Discovery', answer };
}

const query = (name, schema) => ({
  name,
  in: 'query',
  required: false,
  description: schema.description,
  schema: { ...schema, description: undefined, example: undefined },
  ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
});
const SELECTION = [query('attributes', ATTRIBUTES), query('excludedAttributes', EXCLUDED_ATTRIBUTES)];
const LISTING = [query('filter', FILTER), query('startIndex', START_INDEX), query('count', COUNT)];
const ids = { Users: '`wrk_…`', Groups: '`grp_…`', ResourceTypes: '`User` or `Group`.', Schemas: 'URN of the schema.' };

const REFUSALS = {
  400: 'The body or a parameter breaks a rule: `scimType` and `detail` say which.',
  401: 'No valid token.',
  403: 'The role of the token is not `admin`.',
  404: 'Your tenant has no such resource.',
  408: 'The body arrived too slowly.',
  409: 'Another resource has this key or name (`uniqueness`), or the request conflicts with another one.',
  413: 'The body is too large.',
  415: 'The content type is neither `application/scim+json` nor `application/json`.',
  429: 'Too many calls of this tenant are under way.',
  503: 'The engine cannot do this now.',
};

const scim = (schema) => ({ 'application/scim+json': { schema: { $ref: `#/components/schemas/${schema}` } } });

/** @returns an operation of the document @throws for a handler that is not described above */
export function scimOperation({ verb, path, controller, handler, summary }) {
  const facts = HANDLERS[controller]?.[handler];
  if (facts === undefined)
    throw new Error(`scripts/openapi/scim/scim-operations.js does not describe ${controller}.${handler}`);
  const { name, tag, body, answer, mayBeEmpty = false } = facts;
  const hasId = path.endsWith('{id}');
  const isList = verb === 'get' && !hasId && tag !== 'Discovery';
  const isSelective = tag !== 'Discovery' && verb !== 'delete' && body !== 'SearchRequest';
  const description = [
    ...(mayBeEmpty
      ? ['Answers 200 with the group if the request names `attributes` or `excludedAttributes`, else 204.']
      : []),
    'Needs the role `admin`.',
  ].join(' ');
  return {
    operationId: name,
    tags: [tag],
    summary: summary.replace(/\.$/, ''),
    description,
    security: [{ token: [] }],
    parameters: [...(hasId ? [idParameter(path)] : []), ...(isList ? LISTING : []), ...(isSelective ? SELECTION : [])],
    ...(body === undefined ? {} : { requestBody: { required: true, content: scim(body) } }),
    responses: { ...success(verb, answer, handler === 'create', mayBeEmpty), ...refusals(verb, body, hasId) },
  };
}

function idParameter(path) {
  const description = ids[path.split('/').at(-2)];
  return { name: 'id', in: 'path', required: true, description, schema: { type: 'string' } };
}

function success(verb, answer, isNew, mayBeEmpty) {
  const empty = { 204: { description: 'Done; there is no content.' } };
  if (answer === null) return empty;
  const content = scim(answer);
  if (isNew) {
    const headers = {
      Location: { description: 'Address of the resource.', schema: { type: 'string', format: 'uri' } },
    };
    return { 201: { description: 'Created.', headers, content } };
  }
  return {
    200: { description: verb === 'get' ? 'What was asked for.' : 'Done.', content },
    ...(mayBeEmpty ? empty : {}),
  };
}

function refusals(verb, body, hasId) {
  const statuses = [
    ...(verb === 'delete' ? [] : [400]),
    401,
    403,
    ...(hasId ? [404] : []),
    ...(body === undefined ? [] : [408, 413, 415]),
    ...(body === undefined || body === 'SearchRequest' ? [] : [409]),
    429,
    503,
  ];
  return Object.fromEntries(
    statuses.map((status) => [status, { description: REFUSALS[status], content: scim('ScimError') }]),
  );
}
