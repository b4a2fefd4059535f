import { defineEntity, p } from '@mikro-orm/core';

/** The version of the library that a tenant's undecided needs were last matched with. */
const MatchedLibrarySchema = defineEntity({
  name: 'MatchedLibrary',
  tableName: 'matched_library',
  properties: {
    tenantId: p.uuid().primary(),
    version: p.bigint('number'),
  },
});

export class MatchedLibrary extends MatchedLibrarySchema.class {}
MatchedLibrarySchema.setClass(MatchedLibrary);
