import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

/** A course, and a topic whose words do not tell that it is the same. */
export const COURSE = 'Frobnicator Cleaning';
const NEAR = [0.83, 0.5577, 0];
export const VECTORS = {
  [COURSE]: [1, 0, 0],
  'Frobnicator Cleaning in Hospitals': [0, 1, 0],
  'Zorbed hygiene of frobnicators': NEAR,
  'Gribble polish': NEAR,
  'Hygiene of frobnicators in kitchens': NEAR,
  'Inspecting frobnicators': [0.7, 0.714, 0],
  'Hygiene of frobnicators': [0.3, 0, 0.954],
};

export function matchTopic(tenant: TestTenant, topic: string): Promise<Schemas['TopicMatchView']> {
  return tenant.api.matchTopics({ body: { topic } });
}

/** Matches a topic once something is known of its meaning. */
export async function matchKnown(tenant: TestTenant, topic: string): Promise<Schemas['TopicMatchView']> {
  await matchTopic(tenant, topic);
  await eventually(async () => expect(JSON.stringify(await matchTopic(tenant, topic))).toMatch(/mean/));
  return matchTopic(tenant, topic);
}
