import SCIMMY from 'scimmy';

/** What SCIM says of a worker beyond its core and the enterprise's fields. */
export const WORKER_SCHEMA = 'urn:ietf:params:scim:schemas:extension:readiness:2.0:User';
export const ENTERPRISE_SCHEMA = SCIMMY.Schemas.EnterpriseUser.id;

/** At most so many resources a page. */
export const MAX_RESULTS = 200;

/** Attributes of users that the standard knows and the directory has no use for: taken in requests, and forgotten. */
export const FORGOTTEN: ReadonlySet<string> = new Set([
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
/** The same of the enterprise's fields. */
export const FORGOTTEN_OF_ENTERPRISE: ReadonlySet<string> = new Set(['manager']);

const { Attribute, SchemaDefinition } = SCIMMY.Types;

const worker = new SchemaDefinition('Readiness', WORKER_SCHEMA, 'What the readiness engine knows of a worker', [
  new Attribute('string', 'site', { description: 'Name of the site where the worker works' }),
  new Attribute('string', 'learnerId', { description: 'The worker in the learning platform', caseExact: true }),
]);

class WorkerExtension extends SCIMMY.Types.Schema {
  static override get definition(): typeof worker {
    return worker;
  }
}

// The library has one set of schemas a process, which these lines make the engine's.
SCIMMY.Schemas.User.truncate([...FORGOTTEN]);
SCIMMY.Schemas.EnterpriseUser.truncate([...FORGOTTEN_OF_ENTERPRISE]);
SCIMMY.Resources.declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser).extend(WorkerExtension));
SCIMMY.Resources.declare(SCIMMY.Resources.Group);
SCIMMY.Config.set({
  patch: true,
  filter: MAX_RESULTS,
  authenticationSchemes: [
    { type: 'oauthbearertoken', name: 'API token', description: 'An API token of the role admin', primary: true },
  ],
});

export const { Schemas, Resources } = SCIMMY;
export const { Filter, Error: ScimError } = SCIMMY.Types;
export const { PatchOp, ListResponse, ErrorResponse } = SCIMMY.Messages;
