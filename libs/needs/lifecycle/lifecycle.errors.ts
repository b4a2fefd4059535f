import { ids } from '#platform/database';
import { Problem } from '#platform/errors';
import type { NeedStatus } from '../need.js';
import { type NeedEvent, allowedFrom } from './need.transitions.js';

/** 409: the action is not possible in the need's status; `allowed` lists the possible ones. */
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
 * 409: the condition has been reported again since this need was closed, and only one need that is not closed can
 * hold a key.
 */
export class NeedRecurred extends Problem {
  constructor(recurredAs: string) {
    const needId = ids.show('need', recurredAs);
    super(409, 'need_recurred', `the condition has been reported again as ${needId}: use that need`, undefined, {
      needId,
    });
  }
}
