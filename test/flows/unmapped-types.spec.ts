import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { signal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

describe('the types that the signal map does not contain', () => {
  it('are listed with their signals, the last arrival and a suggested topic', async () => {
    const { id } = await publishedCourse(tenant);
    await tenant.admin('PUT', '/signal-map', { map: { incident: { topic: 'T' } } });
    for (const type of ['incident', 'manual_handling', 'odd.thing', 'manual_handling'])
      await tenant.send(signal({ site: 'Site A' }, type));
    const { status, body } = await tenant.admin('GET', '/signal-map/unmapped');
    expect([status, body]).toEqual([
      200,
      {
        signals: 4,
        items: [
          {
            type: 'manual_handling',
            signals: 2,
            lastSeenAt: expect.stringMatching(/Z$/),
            suggestedTopic: 'Manual Handling',
            suggestedCourse: { courseId: id, title: 'Manual Handling', score: expect.any(Number) },
          },
          {
            type: 'odd.thing',
            signals: 1,
            lastSeenAt: expect.stringMatching(/Z$/),
            suggestedTopic: 'Odd thing',
            suggestedCourse: null,
          },
        ],
      },
    ]);
  });

  it('are empty without signals, and never those of another tenant', async () => {
    await tenant.send(signal({ site: 'Site A' }, 'odd'));
    tenant = await engine.createTenant();
    expect((await tenant.admin('GET', '/signal-map/unmapped')).body).toEqual({ items: [], signals: 0 });
  });
});
