import { Problem } from '#platform/errors';

/** 422: the file is no SCORM or cmi5 package and no manifest of one, or exceeds a bound. */
export class UnreadablePackage extends Problem {
  constructor(why: string) {
    super(422, 'unreadable_package', `the file ${why}`, [{ field: 'file', message: why }]);
  }
}
