import { describe, expect, it } from '@jest/globals';
import { metricsText } from '#platform/telemetry';
import { countAccepted, observeDuration, countRefused } from './webhook.metrics.js';

const lines = async (name: string): Promise<string[]> =>
  (await metricsText()).split('\n').filter((line) => line.startsWith(`readiness_${name}`));

describe('the metrics of the webhook', () => {
  it('count accepted signals by tenant and outcome, also of a batch', async () => {
    countAccepted('acme', 'created');
    countAccepted('acme', 'created', 4_999);
    countAccepted('acme', 'joined');
    countAccepted('globex', 'nothing_open', 2);
    expect(await lines('signals_accepted_total')).toEqual([
      'readiness_signals_accepted_total{tenant="acme",outcome="created"} 5000',
      'readiness_signals_accepted_total{tenant="acme",outcome="joined"} 1',
      'readiness_signals_accepted_total{tenant="globex",outcome="nothing_open"} 2',
    ]);
  });

  it('count refusals by code, and those of unknown tenants together', async () => {
    countRefused('acme', 'invalid_event', 3);
    countRefused(undefined, 'bad_signature');
    countRefused(undefined, 'bad_signature');
    expect(await lines('webhook_refused_total')).toEqual([
      'readiness_webhook_refused_total{tenant="acme",code="invalid_event"} 3',
      'readiness_webhook_refused_total{tenant="unknown",code="bad_signature"} 2',
    ]);
  });

  it('observe the duration of responses in seconds', async () => {
    observeDuration(3);
    observeDuration(80);
    const seen = await lines('webhook_duration_seconds');
    expect(seen).toEqual(
      expect.arrayContaining([
        'readiness_webhook_duration_seconds_bucket{le="0.0025"} 0',
        'readiness_webhook_duration_seconds_bucket{le="0.005"} 1',
        'readiness_webhook_duration_seconds_bucket{le="0.1"} 2',
        'readiness_webhook_duration_seconds_sum 0.083',
      ]),
    );
  });

  it('have a series of its own for at most a hundred tenants', async () => {
    for (let tenant = 0; tenant < 300; tenant++) countAccepted(`tenant-${tenant}`, 'created');
    const tenants = (await lines('signals_accepted_total'))
      .filter((line) => line.includes('created'))
      .map((line) => /tenant="([^"]*)"/.exec(line)?.[1]);
    // The tests above have used two of them, for "acme" and "globex".
    expect(tenants).toHaveLength(100);
    expect(tenants).toContain('tenant-97');
    expect(tenants).not.toContain('tenant-98');
    expect(await lines('signals_accepted_total')).toContain(
      'readiness_signals_accepted_total{tenant="other",outcome="created"} 202',
    );
  });
});
