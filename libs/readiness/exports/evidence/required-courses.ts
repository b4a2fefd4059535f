import { completionAt, validUntil } from '../../rule/causes-at.js';
import type { Rules, WorkerFacts } from '../../rule/facts.js';
import { appliesTo } from '../../rule/requirements-of.js';

/** A course that is required of a worker. */
export interface CourseRecord {
  readonly requirementId: string;
  readonly courseId: string;
  readonly title: string;
  /** Null: not completed. */
  readonly completedAt: number | null;
  /** The first instant at which the completion no longer counts; `Infinity`: it counts for ever. */
  readonly validUntil: number;
}

/** The courses that requirements ask of a worker at an instant, whether they are completed or not. */
export function requiredCourses(facts: WorkerFacts, rules: Rules, at: number): CourseRecord[] {
  return rules.requirements
    .filter((requirement) => requirement.from <= at && appliesTo(requirement, facts.worker))
    .flatMap((requirement) => {
      const { required } = requirement;
      if (required.kind !== 'course') return [];
      const completion = completionAt(facts, required.courseId, at);
      return [
        {
          requirementId: requirement.id,
          courseId: required.courseId,
          title: required.title,
          completedAt: completion?.completedAt ?? null,
          validUntil: completion === undefined ? at : validUntil(completion, requirement, rules),
        },
      ];
    });
}
