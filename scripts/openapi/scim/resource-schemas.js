// JSON Schemas of SCIM's resources, from the attributes that `/Schemas` declares: the two cannot differ.
import { Schemas } from '../../../dist/libs/directory/scim/scim-schemas.js';

/** Values of attributes in examples, by the name of the attribute. */
const EXAMPLES = {
  userName: 'maria.santos@acme.com',
  displayName: 'Maria Santos',
  title: 'Crane operator',
  active: true,
  formatted: 'Maria Santos',
  familyName: 'Santos',
  givenName: 'Maria',
  middleName: 'Luz',
  honorificPrefix: 'Ms.',
  honorificSuffix: 'III',
  employeeNumber: 'E-1042',
  costCenter: '4130',
  organization: 'Acme',
  division: 'Operations',
  department: 'Lifting',
  site: 'North Yard',
  learnerId: 'L-7731',
  primary: true,
  'emails.value': 'maria.santos@acme.com',
  'emails.type': 'work',
  'emails.display': 'maria.santos@acme.com',
  'members.value': 'wrk_01kb0d3w9qe4vbr5yq6f1c8x2t',
  'members.display': 'Maria Santos',
  'members.$ref': 'https://engine.example.com/engine/scim/v2/Users/wrk_01kb0d3w9qe4vbr5yq6f1c8x2t',
  'members.type': 'User',
};

const TYPES = { string: 'string', boolean: 'boolean', reference: 'string' };

const META = {
  type: 'object',
  description: 'What the engine knows about the resource. Read-only.',
  required: ['resourceType', 'location'],
  properties: {
    resourceType: { type: 'string', description: '`User` or `Group`.', example: 'User' },
    created: {
      type: 'string',
      format: 'date-time',
      description: 'When the resource was created, in UTC.',
      example: '2026-11-02T08:15:00.000Z',
    },
    lastModified: {
      type: 'string',
      format: 'date-time',
      description: 'When the resource was last changed, in UTC.',
      example: '2026-11-20T14:03:21.000Z',
    },
    location: {
      type: 'string',
      format: 'uri',
      description: 'Address of the resource; it begins with `PUBLIC_URL`.',
      example: 'https://engine.example.com/engine/scim/v2/Users/wrk_01kb0d3w9qe4vbr5yq6f1c8x2t',
    },
  },
};

const definitions = new Map(
  JSON.parse(JSON.stringify(Schemas.declared().map((one) => one.describe()))).map((one) => [one.id, one]),
);

/**
 * The schema of a resource, with its extensions as objects under their URNs.
 * @param prefix of its ids
 * @param extensions URNs
 */
export function resourceSchema(urn, { description, prefix, extensions = [] }) {
  const { attributes } = definitions.get(urn);
  const id = `${prefix}_01kb0d3w9qe4vbr5yq6f1c8x2t`;
  return {
    type: 'object',
    description,
    properties: {
      schemas: {
        type: 'array',
        description: 'URNs of the schemas whose attributes the resource has.',
        items: { type: 'string' },
        example: [urn],
      },
      id: { type: 'string', readOnly: true, description: `\`${prefix}_…\`, which the engine assigns.`, example: id },
      externalId: {
        type: 'string',
        maxLength: 320,
        description: 'Id of the resource in the identity provider.',
        example: '00u1a2b3c4',
      },
      ...propertiesOf(attributes),
      ...Object.fromEntries(extensions.map((extension) => [extension, extensionSchema(extension)])),
      meta: { readOnly: true, ...META },
    },
  };
}

/** A resource in a body: an answer may leave out even what is required, as the query says. */
export function bodySchema(urn, name) {
  const required = definitions.get(urn).attributes.filter((attribute) => attribute.required);
  return {
    description: `A ${name.toLowerCase()} to write; read-only attributes are ignored.`,
    allOf: [{ $ref: `#/components/schemas/${name}` }],
    required: required.map((attribute) => attribute.name),
  };
}

function extensionSchema(urn) {
  const { description, attributes } = definitions.get(urn);
  return { type: 'object', description, properties: propertiesOf(attributes) };
}

function propertiesOf(attributes, parent = '') {
  return Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeSchema(attribute, parent)]));
}

function attributeSchema(attribute, parent) {
  const { name, type, multiValued, mutability, subAttributes = [], canonicalValues } = attribute;
  const inner =
    type === 'complex'
      ? {
          type: 'object',
          required: subAttributes.filter(({ required }) => required).map((one) => one.name),
          properties: propertiesOf(subAttributes, `${name}.`),
        }
      : { type: TYPES[type] };
  if (inner.required?.length === 0) delete inner.required;
  const values =
    canonicalValues === undefined || name === '$ref' ? '' : ` Usual values: ${canonicalValues.join(', ')}.`;
  const own = { description: attribute.description.trim() + values };
  if (mutability === 'readOnly') own.readOnly = true;
  if (multiValued) return { type: 'array', ...own, items: inner };
  const example = EXAMPLES[`${parent}${name}`] ?? EXAMPLES[name];
  return { ...inner, ...own, ...(example === undefined ? {} : { example }) };
}
