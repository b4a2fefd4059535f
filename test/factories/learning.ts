import type { Schemas } from '#client';
import { LearnerPage } from '../harness/learner-page.js';
import type { TestTenant } from '../harness/tenant.js';
import { assignmentOf, offer } from './assignments.js';
import { publishedCourse } from './courses.js';
import { raisedNeed } from './needs.js';
import { addWorker } from './workers.js';

/** A course that is read in a minute, with a quiz whose answers are 1 and 0. */
export const LOCKOUT = {
  title: 'Lockout',
  topics: ['Lockout'],
  content: '## Steps\n\nStop, lock, **test**. [More](https://example.com/loto)',
  quiz: [
    {
      question: 'Who isolates the machine?',
      options: ['Nobody', 'You', 'A visitor'],
      answer: 1,
      rationale: 'Your lock.',
    },
    { question: 'What comes first?', options: ['Stop', 'Repair'], answer: 0, rationale: 'Stop it first.' },
  ],
  estimatedMinutes: 1,
};

/** The page of a learner, by a new link of an assignment. */
export async function learnerPage(tenant: TestTenant, id: string): Promise<LearnerPage> {
  return new LearnerPage((await tenant.api.createAssignmentLink({ path: { id }, body: {} })).learnUrl);
}

/** Assigns a course to Ana Silva by an offer of her need. @returns the ids */
export async function assignedByOffer(
  tenant: TestTenant,
  course: Schemas['CreateCourseBody'] = LOCKOUT,
): Promise<{ readonly id: string; readonly needId: string; readonly operationId: string }> {
  const { id: courseId } = await publishedCourse(tenant, course);
  await addWorker(tenant, { name: 'Ana Silva', externalWorkerId: 'E-1' });
  const { id: needId } = await raisedNeed(tenant, { external_worker_id: 'E-1', topic: course.title });
  const { operationId } = await offer(tenant, needId, { courseId });
  return { id: (await assignmentOf(tenant, 'E-1')).id, needId, operationId: operationId ?? '' };
}

export async function assignmentStatus(tenant: TestTenant, id: string): Promise<Schemas['AssignmentView']['status']> {
  return (await tenant.api.getAssignment({ path: { id } })).status;
}
