import { Conflict, Problem } from '#platform/errors';

const HEADER = 'Idempotency-Key';

/** 422: the key was used for another request. */
export class KeyReused extends Problem {
  constructor() {
    super(422, 'idempotency_key_reused', 'this key was used for another request: a new request needs a new key', [
      { field: HEADER, message: 'was used for another request' },
    ]);
  }
}

/** 409: a request with this key is running, in this process or another. */
export class KeyInFlight extends Conflict {
  constructor() {
    super('idempotency_key_in_flight', 'the request with this key is still running: retry in a moment');
  }
}

/** 409: the process died between making the change and storing its response, or the response could not be stored. */
export class ResponseLost extends Conflict {
  constructor() {
    super('idempotency_answer_lost', 'the change with this key was made, but its response is lost: read the resource');
  }
}
