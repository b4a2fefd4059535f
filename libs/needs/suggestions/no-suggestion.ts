import { Problem } from '#platform/errors';

/** 409: the need has no suggestion that is undecided. */
export class NoSuggestion extends Problem {
  constructor() {
    super(409, 'no_suggestion', 'the need has no suggested course to decide on');
  }
}
