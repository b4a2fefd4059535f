import SCIMMY from 'scimmy';

/** The extension schema: attributes of a worker that the core and the enterprise schema lack. */
export const WORKER_SCHEMA = 'urn:ietf:params:scim:schemas:extension:readiness:2.0:User';
export const ENTERPRISE_SCHEMA = SCIMMY.Schemas.EnterpriseUser.id;

/** The maximum number of resources on a page. */
export const MAX_RESULTS = 200;

/** Attributes of the core schema that the directory accepts in requests but does not store. */
export const IGNORED_ATTRIBUTES: ReadonlySet<string> = new Set([
  'nickName',
  'profileUrl',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
  'password',
  'phoneNumbers',
  'ims',
  'photos',
  'addresses',
  'groups',
  'entitlements',
  'roles',
  'x509Certificates',
]);
/** The same, of the enterprise schema. */
export const IGNORED_ENTERPRISE_ATTRIBUTES: ReadonlySet<string> = new Set(['manager']);

const { Attribute, SchemaDefinition } = SCIMMY.Types;
export type Attribute = InstanceType<typeof Attribute>;
export type SchemaDefinition = InstanceType<typeof SchemaDefinition>;

/** Whether this part of a schema is an extension, and not one of its own attributes. */
export function isExtension(part: Attribute | SchemaDefinition): part is SchemaDefinition {
  return part instanceof SchemaDefinition;
}

const worker = new SchemaDefinition('Readiness', WORKER_SCHEMA, 'Attributes of a worker in the readiness engine', [
  new Attribute('string', 'site', { description: "The name of the worker's site" }),
  new Attribute('string', 'learnerId', {
    description: "The worker's id in the learning platform",
    caseExact: true,
    uniqueness: 'server',
  }),
]);

class WorkerExtension extends SCIMMY.Types.Schema {
  static override get definition(): typeof worker {
    return worker;
  }
}

// The library has one set of schemas for the process. These lines configure it.
SCIMMY.Schemas.User.truncate([...IGNORED_ATTRIBUTES]);
SCIMMY.Schemas.EnterpriseUser.truncate([...IGNORED_ENTERPRISE_ATTRIBUTES]);
// What the directory demands or fills in beyond the standard's schemas, so that `/Schemas` says what happens.
const declare = (definition: SchemaDefinition, path: string, config: Attribute['config']): void =>
  void Object.assign(definition.attribute(path).config, config);
declare(SCIMMY.Schemas.User.definition, 'emails.value', { required: true });
declare(SCIMMY.Schemas.EnterpriseUser.definition, 'employeeNumber', { caseExact: true, uniqueness: 'server' });
declare(SCIMMY.Schemas.Group.definition, 'displayName', { uniqueness: 'server' });
declare(SCIMMY.Schemas.Group.definition, 'members.value', { required: true });
for (const path of ['members.display', 'members.type', 'members.$ref'])
  declare(SCIMMY.Schemas.Group.definition, path, { mutable: false });
SCIMMY.Resources.declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser).extend(WorkerExtension));
SCIMMY.Resources.declare(SCIMMY.Resources.Group);
SCIMMY.Config.set({
  patch: true,
  filter: MAX_RESULTS,
  authenticationSchemes: [
    { type: 'oauthbearertoken', name: 'API token', description: 'An API token with the role admin', primary: true },
  ],
});

export const { Schemas, Resources } = SCIMMY;
export const { Filter, Error: ScimError } = SCIMMY.Types;
export const { PatchOp, ListResponse, ErrorResponse } = SCIMMY.Messages;
