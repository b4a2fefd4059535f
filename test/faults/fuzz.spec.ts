import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FOREIGN_EXAMPLES } from '../contract/foreign-examples.js';
import { readApiDocuments } from '../harness/api-documents.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { ApiFuzz, type FuzzedDocument, type FuzzTarget } from '../harness/fuzz-api.js';
import { MUTATIONS } from '../harness/fuzz-values.js';
import type { TestTenant } from '../harness/tenant.js';
import { scaled } from '../harness/scale.js';

/** Other numbers give other requests: `FUZZ_SEED=7 npx jest test/faults/fuzz`. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const ROUNDS = scaled(1, 25);
/** In the short form, every other operation gets every other kind of request. */
const EVERY = scaled(2, 1);
const AT_ONCE = 8;

/** Its answer does not end. */
const NOT_FUZZED = new Set(['getEvents']);

describe('every operation of the API documents', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  const examples = new Map<string, string>();

  beforeAll(async () => {
    engine = await startEngine();
    tenant = await engine.createTenant('fuzzed');
    await engine.createTenant('sacrificed');
    for (const [path, make] of Object.entries(FOREIGN_EXAMPLES))
      if (/^\/engine\/(?:v1\/admin|scim)\//.test(path))
        examples.set(path.replaceAll(/:(\w+)/g, '{$1}'), await make(tenant));
  });
  afterAll(() => engine.close());

  /** An existing one for each path, in every other call; an unknown one, or none at all, in the others. */
  const idOf = (isExisting: boolean) => (path: string, name: string) => {
    if (name === 'slug') return isExisting ? 'sacrificed' : 'nobody';
    if (name === 'tenant') return 'fuzzed';
    const prefix = path.slice(0, path.indexOf(`{${name}}`) + name.length + 2);
    return isExisting ? (examples.get(prefix) ?? 'unknown') : 'x_%00';
  };

  it('answers valid, incomplete, wrong and extreme requests as documented, and none with 5xx', async () => {
    const document = await readApiDocuments<FuzzedDocument>(engine.url);
    const fuzz = new ApiFuzz(document);
    const targets = fuzz.targets().filter(({ operation }) => !NOT_FUZZED.has(operation.operationId));
    expect(targets.length).toBeGreaterThan(220);
    const faults: string[] = [];
    let sent = 0;
    const check = async (target: FuzzTarget, seed: number, mutation: (typeof MUTATIONS)[number]): Promise<void> => {
      const call = fuzz.callOf(target, mutation, seed, idOf(seed % 3 !== 0));
      const token = target.path.startsWith('/engine/v1/operator/') ? engine.operatorToken : tenant.adminToken;
      const headers = { ...call.headers, authorization: `Bearer ${token}` };
      sent++;
      const fault = await fuzz.fault(target, engine.url, { ...call, headers });
      if (fault !== null) faults.push(fault);
    };
    for (let round = 0; round < ROUNDS; round++) {
      const calls = targets.flatMap((target, index) =>
        MUTATIONS.map((mutation, place) => ({
          target,
          mutation,
          seed: SEED * 1_000_003 + round * 10_007 + index * 4 + place,
        })).filter((_call, place) => (index + place) % EVERY === 0),
      );
      const waiting = calls.values();
      const work = async (): Promise<void> => {
        for (const { target, seed, mutation } of waiting) await check(target, seed, mutation);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    }
    expect(faults).toEqual([]);
    expect(sent).toBe((targets.length * MUTATIONS.length * ROUNDS) / EVERY);
  }, 600_000);
});
