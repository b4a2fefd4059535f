import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { publishedCourse } from './courses.js';
import { sendSignal } from './signals.js';
import { addWorker } from './workers.js';

/** The rows of the board: at most 200. */
export async function boardRows(tenant: TestTenant): Promise<ReadonlyArray<Schemas['ReadinessRow']>> {
  return (await tenant.api.listReadiness({ query: { limit: 200 } })).items;
}

/** The rows of the board, each as its worker, status and reasons: `Ada | not_ready | credential_missing 4`. */
export async function boardLines(tenant: TestTenant): Promise<string[]> {
  return (await boardRows(tenant)).map(({ worker, status, reasons }) =>
    [worker.name, status, ...reasons.map(({ kind, severity }) => `${kind} ${severity}`)].join(' | '),
  );
}

/** A page of the board. @param query of the address, for what the typed client refuses to send */
export async function boardPage(tenant: TestTenant, query = ''): Promise<Schemas['ReadinessPage']> {
  return (await tenant.admin<Schemas['ReadinessPage']>('GET', `/readiness?${query}`)).body;
}

/** The rows of a page of the board, each as its worker, status and the words of the reasons. */
export async function boardReasons(tenant: TestTenant, query?: string): Promise<string[]> {
  return (await boardPage(tenant, query)).items.map(({ worker, status, reasons }) =>
    [worker.name, status, ...reasons.map(({ text }) => text)].join(' | '),
  );
}

/** Waits until a page of the board has exactly these rows, as {@link boardReasons} returns them. */
export function expectReasons(tenant: TestTenant, expected: readonly unknown[], query?: string): Promise<void> {
  return eventually(async () => expect(await boardReasons(tenant, query)).toEqual(expected));
}

/** Waits until the board has these lines, in any order: a worker who became ready later comes later. */
export function boardShows(tenant: TestTenant, expected: readonly string[]): Promise<void> {
  return eventually(async () => expect((await boardLines(tenant)).toSorted()).toEqual(expected.toSorted()));
}

/** The kinds of facts behind a worker's reasons on the board, and when the training for the first reason is due. */
export async function factsOnBoard(tenant: TestTenant, id: string): Promise<{ facts: string[]; dueAt: string | null }> {
  const { reasons } = await tenant.api.getReadinessWorker({ path: { id } });
  return {
    facts: reasons.flatMap(({ because }) => because.map(({ kind }) => kind)).toSorted(),
    dueAt: reasons[0]?.progress?.dueAt ?? null,
  };
}

/**
 * Ada and Ben at Yard, whom an open need about rigging blocks, and Cleo at Dock, who is ready: waits until the board
 * says so.
 */
export async function addBlockedRiggers(tenant: TestTenant): Promise<void> {
  await publishedCourse(tenant, { title: 'Rigging' });
  for (const [name, site] of [
    ['Ada', 'Yard'],
    ['Ben', 'Yard'],
    ['Cleo', 'Dock'],
  ] as const)
    await addWorker(tenant, { name, site, role: 'Rigger' });
  await sendSignal(tenant, { site: 'Yard', topic: 'Rigging', severity: 4 });
  await eventually(async () => expect(await tenant.api.getReadinessSummary()).toMatchObject({ notReady: 2, ready: 1 }));
}
