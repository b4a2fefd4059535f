import { ids } from '#platform/database';
import type { QuizAttempt } from '../quiz/quiz-attempt.entity.js';
import type { AssignmentLink } from './assignment-link.entity.js';

/** An answered quiz. */
export class AttemptView {
  /** Identifier with the prefix `att_`. */
  id: string;
  /** When the quiz was answered, in UTC. */
  at: string;
  /** Right answers. */
  correct: number;
  /** Number of questions. */
  questions: number;
  /** Whether the pass mark of the course was reached. */
  passed: boolean;
}

/** The link by which a worker takes an assignment. */
export class LinkView {
  /** The assignment (`asg_…`). */
  assignmentId: string;
  createdAt: string;
  /** `user:<e-mail>`, `token:<name>` or `operator`. */
  createdBy: string;
  /** When the link ends, in UTC. */
  expiresAt: string;
}

export class CreatedLink extends LinkView {
  /** Shown once: the address of the learner's page. */
  learnUrl: string;
}

/** How a worker takes an assigned course. */
export class AssignmentLearning {
  /** Null: there is none, or it was revoked. */
  link: LinkView | null;
  /** The latest attempts at the quiz, at most fifty, latest first. */
  attempts: AttemptView[];
}

export function linkView({ assignmentId, createdAt, createdBy, expiresAt }: AssignmentLink): LinkView {
  return {
    assignmentId: ids.show('asg', assignmentId),
    createdAt: createdAt.toISOString(),
    createdBy,
    expiresAt: expiresAt.toISOString(),
  };
}

export function attemptView({ id, createdAt, correct, questions, passed }: QuizAttempt): AttemptView {
  return { id: ids.show('att', id), at: createdAt.toISOString(), correct, questions, passed };
}
