// SCIM's messages (RFC 7644), written by hand: the library has classes of them, and no schemas.
const text = (description, example) => ({ type: 'string', description, example });
const count = (description, example) => ({ type: 'integer', description, example });
const flag = (description) => ({
  type: 'object',
  description,
  required: ['supported'],
  properties: { supported: { type: 'boolean', description: 'Whether the engine supports it.', example: false } },
});
const schemasOf = (urn) => ({
  type: 'array',
  description: `Contains \`${urn}\`.`,
  items: { type: 'string' },
  example: [urn],
});
const MESSAGES = 'urn:ietf:params:scim:api:messages:2.0';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

const NAMES = {
  description:
    'Names of the attributes to return, such as `userName` or `emails.value`, in any case; `id` and `schemas` are always returned. At most 100.',
  type: 'array',
  items: { type: 'string' },
  example: ['userName', 'emails.value'],
};

export const FILTER = {
  type: 'string',
  maxLength: 2_000,
  description:
    'RFC 7644, section 3.4.2.2: at most 50 comparisons and five nested brackets. Without it, all resources match.',
  example: 'userName eq "maria.santos@acme.com"',
};
export const START_INDEX = {
  type: 'integer',
  default: 1,
  description: 'Number of the first resource of the page, from 1. A smaller number counts as 1.',
  example: 1,
};
export const COUNT = {
  type: 'integer',
  default: 100,
  description: 'Number of resources of a page, from 0 to 200. Other numbers count as the nearest of them.',
  example: 100,
};
export const ATTRIBUTES = NAMES;
export const EXCLUDED_ATTRIBUTES = {
  ...NAMES,
  description:
    'Names of attributes that are not returned, in any case; `id` and `schemas` are always returned. At most 100.',
  example: ['members'],
};

/** @param resource names of the schemas of the resources */
export function pageOf(...resources) {
  const schemas = resources.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  return {
    type: 'object',
    description: 'Resources that match a query (RFC 7644, section 3.4.2).',
    required: ['schemas', 'totalResults', 'startIndex', 'itemsPerPage', 'Resources'],
    properties: {
      schemas: schemasOf(`${MESSAGES}:ListResponse`),
      totalResults: count('Number of all resources that match.', 1),
      startIndex: count('Number of the first resource of this page, from 1.', 1),
      itemsPerPage: count('Number of resources of this page.', 1),
      Resources: {
        type: 'array',
        description: 'The resources of this page.',
        items: schemas.length === 1 ? schemas[0] : { anyOf: schemas },
      },
    },
  };
}

export const MESSAGE_SCHEMAS = {
  SearchRequest: {
    type: 'object',
    description: 'A query (RFC 7644, section 3.4.3).',
    properties: {
      schemas: schemasOf(`${MESSAGES}:SearchRequest`),
      filter: FILTER,
      startIndex: START_INDEX,
      count: COUNT,
      attributes: ATTRIBUTES,
      excludedAttributes: EXCLUDED_ATTRIBUTES,
    },
  },
  PatchOperation: {
    type: 'object',
    description: 'One change of a resource (RFC 7644, section 3.5.2).',
    required: ['op'],
    properties: {
      op: text('`add`, `remove` or `replace`, in any case.', 'replace'),
      path: {
        ...text(
          'The attribute to change, such as `title` or `emails[type eq "work"].value`. Without it, `value` is an object of attributes.',
          'title',
        ),
        maxLength: 512,
      },
      value: {
        description: 'The new value; for `remove`, the values to remove from a list.',
        example: 'Crane supervisor',
      },
    },
  },
  PatchRequest: {
    type: 'object',
    description: 'Changes of a resource, in order: either all are applied, or none.',
    required: ['schemas', 'Operations'],
    properties: {
      schemas: schemasOf(`${MESSAGES}:PatchOp`),
      Operations: {
        type: 'array',
        minItems: 1,
        maxItems: 1_000,
        description: 'At most 100 for a user, and 1,000 for a group.',
        items: { $ref: '#/components/schemas/PatchOperation' },
      },
    },
  },
  ScimError: {
    type: 'object',
    description: 'An error (RFC 7644, section 3.12).',
    examples: [
      {
        schemas: [`${MESSAGES}:Error`],
        status: '400',
        scimType: 'invalidValue',
        detail: 'userName is required',
      },
    ],
    required: ['schemas', 'status', 'detail'],
    properties: {
      schemas: schemasOf(`${MESSAGES}:Error`),
      status: text('The HTTP status, as text.', '400'),
      scimType: text(
        'What happened, for programs: `invalidFilter`, `invalidPath`, `invalidSyntax`, `invalidValue`, `mutability`, `noTarget`, `tooMany` or `uniqueness`. Only with 400 and 409.',
        'invalidValue',
      ),
      detail: text('What happened, for people; at most 1,000 characters.', 'userName is required'),
    },
  },
  ServiceProviderConfig: {
    type: 'object',
    description: 'The parts of SCIM that the engine supports (RFC 7643, section 5).',
    required: ['schemas', 'patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag', 'authenticationSchemes'],
    properties: {
      schemas: schemasOf(`${CORE}:ServiceProviderConfig`),
      patch: flag('PATCH of a resource.'),
      bulk: flag('Several requests as one.'),
      filter: {
        type: 'object',
        description: 'Filters of lists.',
        required: ['supported', 'maxResults'],
        properties: {
          supported: { type: 'boolean', description: 'Whether the engine supports filters.', example: true },
          maxResults: count('Largest number of resources of a page.', 200),
        },
      },
      changePassword: flag('Changing passwords of users.'),
      sort: flag('Sorting of lists.'),
      etag: flag('Versions of resources.'),
      authenticationSchemes: {
        type: 'array',
        description: 'How a client authenticates.',
        items: {
          type: 'object',
          required: ['type', 'name', 'description'],
          properties: {
            type: text('Kind of the scheme.', 'oauthbearertoken'),
            name: text('Name of the scheme.', 'API token'),
            description: text('What the scheme demands.', 'An API token with the role admin'),
          },
        },
      },
    },
  },
  ResourceType: {
    type: 'object',
    description: 'A kind of resource (RFC 7643, section 6).',
    required: ['schemas', 'id', 'name', 'endpoint', 'schema'],
    properties: {
      schemas: schemasOf(`${CORE}:ResourceType`),
      id: text('`User` or `Group`.', 'User'),
      name: text('Name of the kind.', 'User'),
      description: text('The kind in words.', 'User Account'),
      endpoint: text('Path of the kind below `/engine/scim/v2`.', '/Users'),
      schema: text('URN of its schema.', `${CORE}:User`),
      schemaExtensions: {
        type: 'array',
        description: 'Further schemas that a resource of the kind can have.',
        items: {
          type: 'object',
          required: ['schema', 'required'],
          properties: {
            schema: text('URN of the schema.', 'urn:ietf:params:scim:schemas:extension:readiness:2.0:User'),
            required: { type: 'boolean', description: 'Whether each resource has it.', example: false },
          },
        },
      },
    },
  },
  SchemaAttribute: {
    type: 'object',
    description: 'One attribute of a schema (RFC 7643, section 7).',
    required: ['name', 'type', 'multiValued', 'required'],
    properties: {
      name: text('Name of the attribute.', 'userName'),
      type: text('`string`, `boolean`, `reference` or `complex`.', 'string'),
      multiValued: { type: 'boolean', description: 'Whether it is a list.', example: false },
      description: text('The attribute in words.', 'Unique identifier for the user.'),
      required: { type: 'boolean', description: 'Whether a resource must have it.', example: true },
      mutability: text('`readWrite` or `readOnly`.', 'readWrite'),
      returned: text('`default` or `always`.', 'default'),
      uniqueness: text('`none`, or `server`: unique within the tenant.', 'server'),
      caseExact: { type: 'boolean', description: 'Whether case matters in comparisons.', example: false },
    },
  },
  SchemaDefinition: {
    type: 'object',
    description: 'A schema of resources (RFC 7643, section 7).',
    required: ['schemas', 'id', 'name', 'attributes'],
    properties: {
      schemas: schemasOf(`${CORE}:Schema`),
      id: text('URN of the schema.', `${CORE}:User`),
      name: text('Name of the schema.', 'User'),
      description: text('The schema in words.', 'User Account'),
      attributes: {
        type: 'array',
        description: 'The attributes that a client can read or write.',
        items: { $ref: '#/components/schemas/SchemaAttribute' },
      },
    },
  },
};
