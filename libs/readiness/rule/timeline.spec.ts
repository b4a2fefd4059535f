import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calendar } from './calendar.js';
import type { Cause } from './cause.js';
import { causesAt } from './causes-at.js';
import type { RequirementRule, WorkerFacts } from './facts.js';
import type { Severity } from './kinds.js';
import { at, courseRequirement, credential, facts, requirement, rules } from './sample-facts.js';
import { summaryOf, timelineFrom } from './timeline.js';

const NOW = at('2026-06-01');

describe('the timeline of a worker', () => {
  it('has every change by time alone', () => {
    const held = { credentials: [credential({ expiresAt: at('2026-12-02') })] };
    const stretches = timelineFrom(facts(held), rules(), NOW).map(({ from, to, causes }) => [
      new Date(from).toISOString().slice(0, 10),
      to === Infinity ? 'for ever' : new Date(to).toISOString().slice(0, 10),
      summaryOf(causes).status,
    ]);
    expect(stretches).toEqual([
      ['2026-06-01', '2026-11-01', 'ready'],
      ['2026-11-01', '2026-12-02', 'at_risk'],
      ['2026-12-02', 'for ever', 'not_ready'],
    ]);
  });

  it('passes over requirements of other people', () => {
    const other = requirement({ audience: { kind: 'site', id: 'south' }, from: at('2026-08-01'), graceDays: 30 });
    expect(timelineFrom(facts(), rules({ requirements: [other] }), NOW)).toHaveLength(1);
  });

  const instant = fc.integer({ min: at('2025-06-01'), max: at('2027-12-01') });
  const severity = fc.constantFrom(null, 1, 2, 3, 4) as fc.Arbitrary<RequirementRule['severity']>;
  const required = fc.record({
    isCourse: fc.boolean(),
    severity,
    graceDays: fc.integer({ min: 0, max: 60 }),
    validDays: fc.option(fc.integer({ min: 1, max: 400 })),
    from: instant,
  });
  const known: fc.Arbitrary<Partial<WorkerFacts>> = fc.record({
    credentials: fc.array(
      instant.map((expiresAt) => credential({ expiresAt })),
      { maxLength: 1 },
    ),
    completions: fc.array(
      instant.map((completedAt) => ({ courseId: 'course-1', completedAt, completedOn: null })),
      { maxLength: 1 },
    ),
    steps: fc.array(
      instant.map((doneAt) => ({ id: 's', step: 'Sign', gap: 'sign', createdAt: NOW, doneAt })),
      { maxLength: 1 },
    ),
    assignments: fc.array(
      instant.map((dueAt) => ({ id: 'a', needId: null, courseId: 'c', courseTitle: 'First Aid', gap: 'aid', dueAt })),
      { maxLength: 1 },
    ),
    waivers: fc.array(
      fc.record({
        requirementId: fc.constantFrom('r0', 'r1', null),
        credentialKey: fc.constantFrom('wah licence', null),
        needId: fc.constant(null),
        until: instant,
      }),
      { maxLength: 3 },
    ),
  });

  it('says at every instant what the rule says then', () => {
    const zones = ['UTC', 'Africa/Cairo', 'America/Santiago', 'Asia/Beirut'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        known,
        fc.array(required, { maxLength: 3 }),
        instant,
        (zone, own, asked, time) => {
          const requirements = asked.map(({ isCourse, ...one }, index) =>
            isCourse
              ? courseRequirement({ ...one, id: `r${index}` })
              : requirement({ ...one, id: `r${index}`, validDays: null }),
          );
          const tenant = rules({ calendar: Calendar.of(zone), requirements });
          const shown = Math.max(time, NOW);
          const stretch = timelineFrom(facts(own), tenant, NOW).find(({ from, to }) => from <= shown && shown < to);
          expect(stretch?.causes).toEqual(causesAt(facts(own), tenant, shown));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a summary', () => {
  it('counts what is not waived', () => {
    const missing = causesAt(facts(), rules({ requirements: [requirement()] }), NOW);
    expect(summaryOf(missing)).toMatchObject({ status: 'not_ready', worst: 4, since: at('2026-02-01') });
    const waived = missing.map((cause) => ({ ...cause, waivedUntil: at('2027-01-01') }));
    expect(summaryOf(waived)).toEqual({ status: 'ready', worst: 0, since: null, kinds: summaryOf(missing).kinds });
    expect(summaryOf(missing.map((cause) => ({ ...cause, severity: 3 as const })))).toMatchObject({
      status: 'at_risk',
    });
    const as = (severity: Severity, since: string): Cause[] =>
      missing.map((cause) => ({ ...cause, severity, since: at(since) }));
    expect(summaryOf([...as(3, '2026-01-01'), ...as(4, '2026-03-01'), ...missing])).toMatchObject({
      status: 'not_ready',
      since: at('2026-02-01'),
    });
    expect(summaryOf(missing.map((cause) => ({ ...cause, severity: 2 as const })))).toMatchObject({
      status: 'ready',
      worst: 2,
      since: null,
    });
  });
});
