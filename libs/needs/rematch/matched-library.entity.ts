import { defineEntity, p } from '@mikro-orm/core';

/** The versions of the library and of the matcher with which a tenant's undecided needs were last matched. */
const MatchedLibrarySchema = defineEntity({
  name: 'MatchedLibrary',
  tableName: 'matched_library',
  properties: {
    tenantId: p.uuid().primary(),
    version: p.bigint('number'),
    /** `MATCHER_VERSION` of the oldest release that has matched needs since; 0: one without versions. */
    matcher: p.integer(),
  },
});

export class MatchedLibrary extends MatchedLibrarySchema.class {}
MatchedLibrarySchema.setClass(MatchedLibrary);
