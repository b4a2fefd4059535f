import { Conflict, Problem } from '#platform/errors';

/** 422: the file is not what it says, or cannot be read. */
export class UnreadableDocument extends Problem {
  constructor(why: string) {
    super(422, 'unreadable_document', why, [{ field: 'file', message: why }]);
  }
}

/** 409: this version of the document was uploaded with another content. */
export class VersionExists extends Conflict {
  constructor(version: string) {
    super(
      'version_exists',
      `version ${version} of this document was uploaded with another content: name a new version`,
    );
  }
}

/** 409: the documents of the tenant would have more passages than they may have. */
export class TooManyPassages extends Conflict {
  constructor(most: number) {
    super('too_many_passages', `the documents of a tenant have at most ${most} passages in all: delete one first`);
  }
}

/** 409: the tenant has as many documents as it may have. */
export class TooManyDocuments extends Conflict {
  constructor(most: number) {
    super('too_many_documents', `a tenant has at most ${most} documents: delete one first`);
  }
}
