import { describe, expect, it } from '@jest/globals';
import { metricsText } from '#platform/telemetry';
import { countFailed, countResolved } from './resolution.metrics.js';

const read = async (line: string): Promise<number> =>
  Number(
    (await metricsText())
      .split('\n')
      .find((one) => one.startsWith(`readiness_${line} `))
      ?.split(' ')
      .at(-1) ?? 0,
  );

const need = (id: string, secondsAgo: number) => ({
  tenantId: 'a tenant',
  id,
  topic: null,
  category: null,
  severity: 2,
  named: '(,,,)',
  firstSeenAt: '',
  workerId: null,
  siteKey: null,
  cohortSite: null,
  unresolvedSince: Date.now() / 1_000 - secondsAgo,
});
const resolution = (id: string, recommendation: 'course' | 'author_one') => ({
  tenantId: 'a tenant',
  id,
  workerId: null,
  gapKey: null,
  siteKey: null,
  cohortSite: null,
  topic: null,
  category: null,
  severity: 2,
  named: '(,,,)',
  recommendation,
  courseId: null,
  score: null,
  evidence: [],
  suggestedCourseId: null,
  suggestedScore: null,
  suggestedEvidence: null,
  day: null,
  time: null,
});

describe('the metrics of a resolved set', () => {
  it('count the stored needs, by recommendation, and their wait, but not needs that a signal changed meanwhile', async () => {
    countResolved(
      'acme',
      [need('1', 20), need('2', 2), need('3', 900), need('4', -3)],
      [resolution('1', 'course'), resolution('2', 'author_one'), resolution('3', 'course'), resolution('4', 'course')],
      ['1', '2', '4'],
    );
    expect(await read('needs_resolved_total{tenant="acme",recommendation="course"}')).toBe(2);
    expect(await read('needs_resolved_total{tenant="acme",recommendation="author_one"}')).toBe(1);
    expect(await read('time_to_resolve_seconds_count')).toBe(3);
    expect(await read('time_to_resolve_seconds_sum')).toBeCloseTo(22, 0);
    // The clock of another host ran ahead: the wait counts as zero, not as negative.
    expect(await read('time_to_resolve_seconds_bucket{le="0.05"}')).toBe(1);
  });

  it('distinguish needs that are retried from those that are set aside', async () => {
    countFailed('acme', 3, 1);
    countFailed('acme', 2, 0);
    expect(await read('needs_failed_total{tenant="acme",outcome="tried_again"}')).toBe(5);
    expect(await read('needs_failed_total{tenant="acme",outcome="set_aside"}')).toBe(1);
  });
});
