import { ids } from '#platform/database';
import { Problem } from '#platform/errors';
import type { NeedStatus } from '../need.js';
import { type NeedEvent, allowedFrom } from './need.transitions.js';

/** 409: a need in this status does not take this move; `allowed` names those that it takes. */
export class IllegalTransition extends Problem {
  constructor(status: NeedStatus, event: NeedEvent) {
    const allowed = allowedFrom(status);
    super(
      409,
      'illegal_transition',
      `${event} is not possible while the need is ${status}; possible: ${allowed.join(', ')}`,
      undefined,
      { needStatus: status, allowed },
    );
  }
}

/**
 * 409: the condition has come back since this need was closed, and there can be only one need of a key that is not
 * closed.
 */
export class NeedRecurred extends Problem {
  constructor(recurredAs: string) {
    const needId = ids.show('need', recurredAs);
    super(409, 'need_recurred', `the condition has come back since, as ${needId}: work on that one`, undefined, {
      needId,
    });
  }
}
