import { AssignmentLink } from './links/assignment-link.entity.js';
import { QuizAttempt } from './quiz/quiz-attempt.entity.js';

export const learningEntities = [AssignmentLink, QuizAttempt];
