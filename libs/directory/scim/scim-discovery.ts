import type { ScimCall } from './scim-call.js';
import { Resources, Schemas, ScimError } from './scim-schemas.js';

type Kind = 'ServiceProviderConfig' | 'ResourceType' | 'Schema';

/** The library's description of the API, or one part of it. @throws ScimError */
export async function describeApi(kind: Kind, { base, filter }: ScimCall, id?: string): Promise<object> {
  // Required by RFC 7644, section 4.
  if (filter !== undefined) throw new ScimError(403, '', 'what the API says of itself is not filtered');
  // The library would parse the id as a filter.
  if (id !== undefined && !partsOf(kind).includes(id)) throw new ScimError(404, '', `no such ${kind}`);
  const Resource = Resources[kind];
  // The library has one address per process; nothing else runs between setting it and reading.
  Resource.basepath(base);
  return new Resource(id).read();
}

/** The ids that a kind of description has. */
function partsOf(kind: Kind): string[] {
  if (kind === 'Schema') return Schemas.declared().map(({ id }) => id);
  return kind === 'ResourceType' ? Object.keys(Resources.declared()) : [];
}
