import { describe, expect, it } from '@jest/globals';
import { causesAt } from './causes-at.js';
import type { Rules, WorkerFacts } from './facts.js';
import { causesOf, waiver } from './sample-causes.js';
import { at, courseRequirement, facts, requirement, rules } from './sample-facts.js';

describe('a credential that was never held', () => {
  const tenant = { requirements: [requirement({ graceDays: 10 })] };

  it('is missing from the beginning of the requirement on, mildly within the days of grace', () => {
    expect(causesOf({}, tenant, '2026-01-31T23:59:59Z')).toEqual([]);
    expect(causesOf({}, tenant, '2026-02-01')).toEqual(['credential_missing 2']);
    expect(causesOf({}, tenant, '2026-02-10T23:59:59Z')).toEqual(['credential_missing 2']);
    expect(causesOf({}, tenant, '2026-02-11')).toEqual(['credential_missing 4']);
  });

  it('is one cause where several requirements name it, and counts until all of them are waived', () => {
    const both = { requirements: [requirement(), requirement({ id: 'requirement-2', severity: 3 })] };
    expect(causesOf({}, both, '2026-03-01')).toEqual(['credential_missing 4']);
    const first = waiver({ requirementId: 'requirement-1' }, '2027-01-01');
    expect(causesOf({ waivers: [first] }, both, '2026-03-01')).toEqual(['credential_missing 3']);
    const second = waiver({ requirementId: 'requirement-2' }, '2026-06-01');
    expect(causesOf({ waivers: [first, second] }, both, '2026-03-01')).toEqual(['credential_missing 4 waived']);
    expect(causesOf({ waivers: [first, second] }, both, '2026-06-01')).toEqual(['credential_missing 3']);
  });

  it('is waived until the first of the waivers ends that all of its requirements need', () => {
    const both = [requirement(), requirement({ id: 'requirement-2', severity: 3 })];
    const waivers = [
      waiver({ requirementId: 'requirement-1' }, '2027-01-01'),
      waiver({ requirementId: 'requirement-2' }, '2026-06-01'),
    ];
    const [cause] = causesAt(facts({ waivers }), rules({ requirements: both }), at('2026-03-01'));
    expect(cause?.waivedUntil).toBe(at('2026-06-01'));
  });

  it('is not required of other people', () => {
    const audience = { kind: 'role', roleKey: 'clerk' } as const;
    expect(causesOf({}, { requirements: [requirement({ audience })] }, '2026-03-01')).toEqual([]);
  });
});

describe('a required course', () => {
  const completed = (time: string): Partial<WorkerFacts> => ({
    completions: [{ courseId: 'course-1', completedAt: at(time), completedOn: null }],
  });

  it('is missing until it is completed', () => {
    const tenant = { requirements: [courseRequirement()] };
    expect(causesOf({}, tenant, '2026-03-01')).toEqual(['training_missing 3']);
    const other = { completions: [{ courseId: 'course-2', completedAt: at('2020-01-01'), completedOn: null }] };
    expect(causesOf(other, tenant, '2026-03-01')).toEqual(['training_missing 3']);
    expect(causesOf(completed('2020-01-01'), tenant, '2026-03-01')).toEqual([]);
    expect(causesOf(completed('2026-03-02'), tenant, '2026-03-01')).toEqual(['training_missing 3']);
  });

  it.each([
    ['the day that was given', [{ completedAt: at('2026-03-02T08:00:00Z'), completedOn: '2026-03-01' }]],
    ['its recording, if that day lay ahead', [{ completedAt: at('2026-03-01T09:00:00Z'), completedOn: '2062-03-01' }]],
    ['the latest', [at('2026-03-01'), at('2026-01-01')].map((completedAt) => ({ completedAt, completedOn: null }))],
  ])('is missing again after its valid days, which follow %s', (_day, times) => {
    const completions = times.map((time) => ({ courseId: 'course-1', ...time }));
    const tenant = { requirements: [courseRequirement({ validDays: 30 })] };
    expect(causesOf({ completions }, tenant, '2026-03-31T23:59:59Z')).toEqual([]);
    expect(causesOf({ completions }, tenant, '2026-04-01')).toEqual(['training_missing 3']);
  });

  it('is missing again after its valid days, since then', () => {
    const tenant = { requirements: [courseRequirement({ validDays: 30 })] };
    expect(causesOf(completed('2026-03-01T09:00:00Z'), tenant, '2026-03-31T23:59:59Z')).toEqual([]);
    expect(causesOf(completed('2026-03-01T09:00:00Z'), tenant, '2026-04-01')).toEqual(['training_missing 3']);
    const [cause] = causesAt(facts(completed('2026-03-01T09:00:00Z')), rules(tenant), at('2026-05-01'));
    expect(cause).toMatchObject({ since: at('2026-04-01'), courseId: 'course-1' });
  });

  it('is asked for by the strictest of the requirements that are not met', () => {
    const requirements = [
      courseRequirement({ severity: 4, validDays: 365 }),
      courseRequirement({ id: 'requirement-2', severity: 2, validDays: 30 }),
    ];
    expect(causesOf(completed('2026-03-01'), { requirements }, '2026-06-01')).toEqual(['training_missing 2']);
    expect(causesOf(completed('2026-03-01'), { requirements }, '2027-06-01')).toEqual(['training_missing 4']);
  });
});

describe('other facts', () => {
  it('are steps that are not done, needs with their own severity, and assignments past their due date', () => {
    const step = { id: 'step-1', step: 'Sign', gap: 'sign', createdAt: at('2026-01-01'), doneAt: at('2026-04-01') };
    const need = {
      id: 'need-1',
      name: 'Manual handling',
      gap: 'handling',
      severity: 1,
      isOfSite: false,
      firstSeenAt: at('2026-01-05'),
      dueAt: Infinity,
    } as const;
    const assignment = {
      id: 'assignment-1',
      needId: 'need-1',
      courseId: 'course-1',
      courseTitle: 'Manual handling',
      gap: 'handling',
      dueAt: at('2026-03-01'),
    };
    const given = { steps: [step], needs: [need], assignments: [assignment] };
    expect(causesOf(given, {}, '2026-02-01')).toEqual(['onboarding_open 3', 'need 1']);
    expect(causesOf(given, {}, '2026-03-01')).toEqual(['onboarding_open 3', 'need 1', 'assignment_overdue 3']);
    expect(causesOf(given, {}, '2026-04-01')).toEqual(['need 1', 'assignment_overdue 3']);
    const waived = { ...given, waivers: [waiver({ needId: 'need-1' }, '2027-01-01')] };
    expect(causesOf(waived, {}, '2026-04-01')).toEqual(['need 1 waived', 'assignment_overdue 3 waived']);
  });

  it('are assignments without a need, waived until another cause of their gap counts again', () => {
    const assignment = {
      id: 'assignment-1',
      needId: null,
      courseId: 'course-1',
      courseTitle: 'Fire Warden',
      gap: 'fire',
      dueAt: at('2026-03-01'),
    };
    const tenant = { requirements: [courseRequirement()] };
    const given = { assignments: [assignment] };
    const waived = { ...given, waivers: [waiver({ requirementId: 'requirement-1' }, '2026-06-01')] };
    expect(causesOf(given, tenant, '2026-04-01')).toEqual(['training_missing 3', 'assignment_overdue 3']);
    expect(causesOf(waived, tenant, '2026-04-01')).toEqual([
      'training_missing 3 waived',
      'assignment_overdue 3 waived',
    ]);
    expect(causesOf(waived, tenant, '2026-06-01')).toEqual(['training_missing 3', 'assignment_overdue 3']);
    const completed = {
      ...waived,
      completions: [{ courseId: 'course-1', completedAt: at('2026-02-01'), completedOn: null }],
    };
    expect(causesOf(completed, tenant, '2026-04-01')).toEqual(['assignment_overdue 3']);
    const both = { requirements: [courseRequirement(), requirement({ id: 'requirement-2', gap: 'fire' })] };
    expect(causesOf(waived, both, '2026-04-01')).toContain('assignment_overdue 3');
    const earlier = { waivers: [...waived.waivers, waiver({ requirementId: 'requirement-2' }, '2026-05-01')] };
    const untilOf = (required: Partial<Rules>): Array<number | null> =>
      causesAt(facts({ ...given, ...earlier }), rules(required), at('2026-04-01'))
        .filter(({ kind }) => kind === 'assignment_overdue')
        .map(({ waivedUntil }) => waivedUntil);
    expect(untilOf(both)).toEqual([at('2026-05-01')]);
    expect(untilOf({ requirements: [requirement({ id: 'requirement-2', gap: 'height' })] })).toEqual([null]);
  });
});
