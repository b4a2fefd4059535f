import { expect } from '@jest/globals';
import type { ScimResponse } from './scim.js';
import { shortestTime } from './timing.js';

/** Responses take a few milliseconds; the limit allows for a busy machine. */
const MAX_MS = 2_000;

/** A refused call, for `toMatchObject`: its status and the kind of its error. */
export const scimRefusal = (status: number, scimType: string): object => ({
  status,
  body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), scimType },
});

/** Expects a short SCIM error within the time limit. */
export async function expectScimRefused(answer: () => Promise<ScimResponse>, scimType: string): Promise<void> {
  const time = await shortestTime(async () => {
    const { status, body } = await answer();
    expect({ status, scimType: body['scimType'] }).toEqual({ status: 400, scimType });
    expect(JSON.stringify(body).length).toBeLessThan(2_000);
  }, MAX_MS);
  expect(time).toBeLessThan(MAX_MS);
}
