import { Problem } from '#platform/errors';
import type { WorkerKey } from './worker-record.js';

export const BELONGS_TO_ANOTHER = 'belongs to another worker';

/** 409: another worker has this key. */
export class KeyTaken extends Problem {
  constructor(field: WorkerKey) {
    super(409, 'key_taken', `the ${field} ${BELONGS_TO_ANOTHER}`, [{ field, message: BELONGS_TO_ANOTHER }]);
  }
}
