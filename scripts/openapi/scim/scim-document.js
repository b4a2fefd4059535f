// The OpenAPI 3.1 document of SCIM: one of its own, so that all errors of the main one are application/problem+json.
import { byText } from '../by-text.js';
import { demandParameters, describeProperties } from '../common-fields.js';
import { dropPropertyExamples } from '../examples.js';
import { addExamples } from '../operation-examples.js';
import { MESSAGE_SCHEMAS, pageOf } from './message-schemas.js';
import { bodySchema, resourceSchema } from './resource-schemas.js';
import { TAGS, scimOperation } from './scim-operations.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const EXTENSIONS = [
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  'urn:ietf:params:scim:schemas:extension:readiness:2.0:User',
];

/**
 * @param info of the main document
 * @param routes `{verb, path, controller, handler, summary}` of each route of SCIM
 */
export function scimDocument({ version, license }, routes) {
  const paths = {};
  for (const route of routes.toSorted((one, other) => byText(one.path, other.path)))
    (paths[route.path] ??= {})[route.verb] = scimOperation(route);
  const schemas = {
    User: resourceSchema(USER, { description: 'A worker.', prefix: 'wrk', extensions: EXTENSIONS }),
    Group: resourceSchema(GROUP, { description: 'A group of workers.', prefix: 'grp' }),
    UserBody: bodySchema(USER, 'User'),
    GroupBody: bodySchema(GROUP, 'Group'),
    UserPage: pageOf('User'),
    GroupPage: pageOf('Group'),
    ResourcePage: pageOf('User', 'Group'),
    ResourceTypePage: pageOf('ResourceType'),
    SchemaPage: pageOf('SchemaDefinition'),
    ...MESSAGE_SCHEMAS,
  };
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Readiness Engine: SCIM 2.0',
      version,
      description:
        'An identity provider maintains the directory of a tenant (RFC 7643, RFC 7644). The token belongs to one tenant and has the role `admin`. ' +
        'Bodies are `application/scim+json`; unknown attributes of bodies are ignored. Errors are SCIM errors, not problems of RFC 9457.',
      license,
    },
    servers: [{ url: '/', description: 'The server that this document comes from.' }],
    tags: TAGS,
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An admin token of the tenant (`edt_…`).' },
      },
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([one], [other]) => byText(one, other))),
    },
  };
  describeProperties(schemas);
  demandParameters(paths);
  addExamples(document);
  Object.values(schemas).forEach(dropPropertyExamples);
  return document;
}
