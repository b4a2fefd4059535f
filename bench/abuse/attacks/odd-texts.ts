import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack, Target } from '../attack.js';
import { REFUSALS, admin, demand, signedLines } from '../attacker/calls.js';
import { randomLetters, rareText } from '../attacker/payloads.js';
import { USUAL } from '../bounds.js';

const SIGNALS = 12_000;
const BATCH = 1_000;
const MAX_TOPIC_LENGTH = 255;

const COURSES = 60;
const TOPICS = 20;

function oddTopics(name: string, signals: (target: Target) => number, text: () => string): Attack {
  return {
    name,
    by: 'holder of a signing secret',
    bound: USUAL,
    allowed: [...REFUSALS, 200, 503],
    prepare: (target) => {
      const count = signals(target);
      const size = Math.min(BATCH, count);
      const batches = Array.from({ length: count / size }, () =>
        signedLines(
          target,
          Array.from({ length: size }, () => ({ site: 'Site A', topic: text() })),
        ),
      );
      return async () => {
        const began = performance.now();
        for (const batch of batches) await target.http.call(batch);
        const isResolved = await resolved(target);
        return {
          signals: count,
          [isResolved ? 'resolved in s' : 'not resolved in s']: Math.round((performance.now() - began) / 100) / 10,
        };
      };
    },
  };
}

function oddLibrary(kind: string, text: () => string): Attack {
  return {
    name: `publishing courses with ${TOPICS} topics of ${MAX_TOPIC_LENGTH} ${kind}, then a topic match`,
    by: 'tenant admin',
    bound: USUAL,
    allowed: [...REFUSALS, 200, 201],
    prepare: async (target) => {
      const { tenant, http, scaled } = target;
      const call = (method: string, path: string, body?: object) =>
        admin(tenant.adminToken, method, path, body && JSON.stringify(body));
      const ids: string[] = [];
      for (let course = 0; course < scaled(8, COURSES); course++) {
        const topics = Array.from({ length: TOPICS }, text);
        const { status, body } = await http.call(call('POST', '/courses', { title: `Course ${course}`, topics }));
        if (status === 201) ids.push((JSON.parse(body) as { id: string }).id);
      }
      const match = call('POST', '/topics/match', { topic: randomLetters(40) });
      return async () => {
        for (const [index, id] of ids.entries()) {
          await http.call(call('POST', `/courses/${id}/publish`));
          // Each version of the library is indexed again.
          if (index % scaled(COURSES, 4) === 0) await http.call(match);
        }
        await http.call(match);
        return { published: ids.length };
      };
    },
  };
}

/** Texts that grow when they are normalized, without common trigrams. */
export const oddTexts: readonly Attack[] = [
  oddTopics(
    `signals whose topics are ${MAX_TOPIC_LENGTH} rare characters`,
    ({ scaled }) => scaled(400, SIGNALS),
    () => rareText(MAX_TOPIC_LENGTH),
  ),
  {
    ...oddTopics(
      `signals whose topics are ${MAX_TOPIC_LENGTH} letters`,
      () => SIGNALS,
      () => randomLetters(MAX_TOPIC_LENGTH),
    ),
    isVariant: true,
  },
  oddLibrary('rare characters', () => rareText(MAX_TOPIC_LENGTH)),
  { ...oddLibrary('letters', () => randomLetters(MAX_TOPIC_LENGTH)), isVariant: true },
];

/** Waits until no need of the tenant is pending. @returns false if that takes too long */
async function resolved(target: Target): Promise<boolean> {
  const { engine, tenant } = target;
  const end = performance.now() + target.scaled(2_500, 60_000);
  while (performance.now() < end && engine.isRunning) {
    const pending = await demand(
      target,
      admin(tenant.adminToken, 'GET', '/needs?recommendation=pending&limit=1'),
    ).catch(() => null);
    if (pending !== null && (JSON.parse(pending.body) as { items: unknown[] }).items.length === 0) return true;
    await sleep(200);
  }
  return false;
}
