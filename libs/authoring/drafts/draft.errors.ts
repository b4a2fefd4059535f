import { Conflict, Problem } from '#platform/errors';
import { type DraftEvent, type DraftStatus, requestableIn } from './draft.transitions.js';

/** 409: the status of the draft does not allow this; the detail lists what it allows. */
export class IllegalDraftMove extends Conflict {
  constructor(status: DraftStatus, event: DraftEvent) {
    const possible = requestableIn(status).join(', ');
    super('illegal_move', `${event} is not possible while the draft is ${status}; possible: ${possible || 'nothing'}`);
  }
}

/** 409: another draft of the topic is under way. */
export class DraftUnderWay extends Conflict {
  constructor(draftId: string) {
    super('draft_under_way', `the draft ${draftId} of this topic is under way`);
  }
}

/** 409: claims without a source. */
export class UnsourcedClaims extends Conflict {
  constructor(count: number) {
    super('unsourced_claims', `claims without a source: ${count}; give one for each, or remove the claim`);
  }
}

/** 403: whoever asked for, edited or submitted a draft cannot approve it. */
export class ApproverIsAuthor extends Problem {
  constructor() {
    super(
      403,
      'approver_is_author',
      'whoever asked for, edited or submitted a draft cannot approve it: another person has to',
    );
  }
}

/** 403: a token cannot approve. */
export class ApproverNotSignedIn extends Problem {
  constructor() {
    super(403, 'approver_not_signed_in', 'a draft is approved by a person who is signed in, not by a token');
  }
}

/** 409: a draft is exported from its approval on. */
export class DraftNotApproved extends Conflict {
  constructor(status: DraftStatus) {
    super('draft_not_approved', `the draft is ${status}: approve it before you export it`);
  }
}
