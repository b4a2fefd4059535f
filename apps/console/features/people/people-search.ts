import { courseId, day, key, name, words } from '../../shared/search/params.js';

export const TABS = ['workers', 'sites', 'groups', 'credentials', 'onboarding', 'assignments'] as const;
export const ASSIGNMENT_STATUSES = ['assigned', 'completed', 'cancelled'] as const;
export type PeopleTab = (typeof TABS)[number];

export interface PeopleSearch {
  readonly tab?: Exclude<PeopleTab, 'workers'> | undefined;
  readonly q?: string | undefined;
  readonly site?: string | undefined;
  readonly group?: string | undefined;
  /** Credentials, onboarding steps and assignments of this person: their id. */
  readonly worker?: string | undefined;
  /** Those who have left; else those who are here. */
  readonly left?: true | undefined;
  /** Credentials that expire before this day. */
  readonly before?: string | undefined;
  /** Onboarding steps that are done; else those that are open. */
  readonly done?: true | undefined;
  /** Assignments: those that are open if it is missing. */
  readonly status?: (typeof ASSIGNMENT_STATUSES)[number] | undefined;
  /** Assignments of this course: its id. */
  readonly course?: string | undefined;
}

export function peopleSearch(given: Record<string, unknown>): PeopleSearch {
  return {
    tab: TABS.filter((tab) => tab !== 'workers').find((tab) => tab === given['tab']),
    q: words(given['q']),
    site: name(given['site']),
    group: name(given['group']),
    worker: key(given['worker']),
    left: given['left'] === true ? true : undefined,
    before: day(given['before']),
    done: given['done'] === true ? true : undefined,
    status: ASSIGNMENT_STATUSES.find((known) => known === given['status'] && known !== 'assigned'),
    course: courseId(given['course']),
  };
}
