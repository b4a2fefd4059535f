import type { Judgements } from './library/read-judgements.js';
import { limitEvidence } from './scoring/evidence.js';
import type { Candidate, PreparedMatcher, TopicMatch } from './topic-matcher.js';
import { topicKey } from './words/topic-key.js';

/**
 * Suggests the course that a model found right, with its reason, if no course is certain enough. The model never
 * leads to a recommendation, and chooses only among the candidates that words have found.
 */
export class MatcherWithJudgements implements PreparedMatcher {
  readonly bytes: number;
  readonly skippedNames: number;

  constructor(
    private readonly matcher: PreparedMatcher,
    private readonly judgements: Judgements,
  ) {
    this.bytes = matcher.bytes + judgements.bytes;
    this.skippedNames = matcher.skippedNames;
  }

  match(topic: string, category: string | null): TopicMatch {
    const match = this.matcher.match(topic, category);
    if (match.recommended !== null) return match;
    const judgement = this.judgements.byTopicKey.get(topicKey(topic));
    const chosen = match.candidates.find(({ courseId }) => courseId === judgement?.courseId);
    if (judgement === undefined || chosen === undefined) return match;
    const why = `the language model finds "${chosen.title}" right: ${judgement.reason}`;
    const suggested: Candidate = { ...chosen, evidence: limitEvidence([why, ...chosen.evidence]) };
    return { ...match, suggested, whyNone: limitEvidence([why, 'a person has to decide']) };
  }
}
