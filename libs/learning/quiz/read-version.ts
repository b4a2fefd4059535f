import { createHash } from 'node:crypto';
import type { Course } from '#catalog';

/**
 * Identifies what a learner reads and answers. The version of the course is another one after changes that the learner
 * does not notice, too: when it is archived, or due for review.
 */
export function readVersion({ quiz, passMark, content = null }: ReadContent): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([content, quiz, passMark]))
    .digest();
  return digest.readUIntBE(0, 6);
}

type ReadContent = Pick<Course, 'quiz' | 'passMark'> & Partial<Pick<Course, 'content'>>;
