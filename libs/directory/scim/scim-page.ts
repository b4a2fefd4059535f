import type { ScimCall } from './scim-call.js';
import { ListResponse } from './scim-schemas.js';

/** Some of the resources that match a query, in the format of the API. */
export interface ScimPage {
  /** All that match. */
  readonly total: number;
  readonly resources: readonly object[];
}

/** A page as an answer (RFC 7644, section 3.4.2). */
export function listResponse({ startIndex }: ScimCall, totalResults: number, resources: readonly object[]): object {
  // Not given to the library, which would process each resource again.
  return { ...new ListResponse([], { totalResults, startIndex, count: resources.length }), Resources: resources };
}
