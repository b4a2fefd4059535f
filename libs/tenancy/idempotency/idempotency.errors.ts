import { Conflict, Problem } from '#platform/errors';

const HEADER = 'Idempotency-Key';

/** 422: the key stands for another request. */
export class KeyReused extends Problem {
  constructor() {
    super(422, 'idempotency_key_reused', 'this key was sent with another request: a new request needs a new key', [
      { field: HEADER, message: 'was sent with another request' },
    ]);
  }
}

/** 409: the request with this key is being worked on, by this process or another. */
export class KeyInFlight extends Conflict {
  constructor() {
    super('idempotency_key_in_flight', 'the request with this key is not done yet: repeat it in a moment');
  }
}

/** 409: the process ended between making the change and storing its answer, or the answer could not be stored. */
export class AnswerLost extends Conflict {
  constructor() {
    super('idempotency_answer_lost', 'the change with this key was made, but its answer is lost: read what is there');
  }
}
