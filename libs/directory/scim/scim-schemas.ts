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

const worker = new SchemaDefinition('Readiness', WORKER_SCHEMA, 'Attributes of a worker in the readiness engine', [
  new Attribute('string', 'site', { description: "The name of the worker's site" }),
  new Attribute('string', 'learnerId', { description: "The worker's id in the learning platform", caseExact: true }),
]);

class WorkerExtension extends SCIMMY.Types.Schema {
  static override get definition(): typeof worker {
    return worker;
  }
}

// The library has one set of schemas for the process. These lines configure it.
SCIMMY.Schemas.User.truncate([...IGNORED_ATTRIBUTES]);
SCIMMY.Schemas.EnterpriseUser.truncate([...IGNORED_ENTERPRISE_ATTRIBUTES]);
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
