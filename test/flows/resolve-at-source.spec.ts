import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { needsIn } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a signal that resolves a condition', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const send = async (data: object, as = tenant): Promise<Record<string, unknown>> => {
    const response = await as.send({ event: 'signal.incident', data });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const needs = async (query = '?status=all'): Promise<Schemas['NeedView'][]> =>
    (await tenant.admin<{ items: Schemas['NeedView'][] }>('GET', `/needs${query}`)).body.items;

  it('closes the open need with its key, and no other', async () => {
    await send({ site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1' });
    await send({ site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-2' });
    expect(await send({ action: 'resolve', site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1' })).toEqual({
      status: 200,
      ok: true,
      applied: true,
      resolved: true,
    });
    expect(await needs('?status=open')).toHaveLength(1);
    expect(await needs('?status=resolved')).toMatchObject([{ status: 'resolved', signalCount: 2 }]);
  });

  it('reports that nothing applied if no need is open, or it is already closed', async () => {
    expect(await send({ action: 'resolve', dedupe_key: 'never' })).toEqual({ status: 200, ok: true, applied: false });
    await send({ site: 'S', dedupe_key: 'once' });
    expect(await send({ action: 'resolve', dedupe_key: 'once' })).toMatchObject({ applied: true });
    expect(await send({ action: 'resolve', dedupe_key: 'once' })).toEqual({ status: 200, ok: true, applied: false });
    expect(await needs()).toHaveLength(1);
  });

  it('finds the need by the default key, too, with the topic of the signal map', async () => {
    await tenant.admin('PUT', '/signal-map', { map: { incident: { topic: 'Hazard Awareness' } } });
    await send({ email: 'Jordan@acme.com' });
    expect(await send({ action: 'resolve', email: 'jordan@acme.com', topic: 'Another' })).toMatchObject({
      applied: false,
    });
    expect(await send({ action: 'resolve', email: 'jordan@acme.com' })).toMatchObject({ resolved: true });
  });

  it('is followed by a new need if the condition recurs', async () => {
    const first = await send({ site: 'S', dedupe_key: 'k' });
    await send({ action: 'resolve', dedupe_key: 'k' });
    const again = await send({ site: 'S', dedupe_key: 'k' });
    expect(again).toMatchObject({ applied: true, deduped: false });
    expect(again['signalId']).not.toBe(first['signalId']);
    expect((await needs()).map(({ status }) => status).toSorted()).toEqual(['open', 'resolved']);
  });

  it('is in the signal log with its outcome', async () => {
    await send({ site: 'S', dedupe_key: 'k' });
    await send({ action: 'resolve', dedupe_key: 'k' });
    await send({ action: 'resolve', dedupe_key: 'k' });
    const { items } = await tenant.api.listSignals();
    const [need] = await needs();
    expect(items.map(({ outcome, needId }) => [outcome, needId])).toEqual([
      ['nothing_open', null],
      ['resolved', need?.id],
      ['created', need?.id],
    ]);
  });

  it('never closes a need of another tenant with the same key', async () => {
    const other = await engine.createTenant();
    await sendSignal(other, { site: 'S', dedupe_key: 'shared' });
    expect(await send({ action: 'resolve', dedupe_key: 'shared' })).toMatchObject({ applied: false });
    expect(await needsIn(other)).toMatchObject([{ status: 'open' }]);
  });

  it('closes a need once among many concurrent ones, and each of many triggers and resolves has a consistent outcome', async () => {
    /** Sends each at once, with a key of their own; again if the machine pauses, and what was stored is not known. */
    const answersOf = (events: ReadonlyArray<(key: string) => object>) =>
      eventually(async () => {
        const dedupe_key = randomUUID();
        await send({ site: 'S', dedupe_key });
        const answers = await Promise.all(events.map((event) => send(event(dedupe_key), tenant.once)));
        expect(answers.map(({ status }) => status)).not.toContain(503);
        return { dedupe_key, answers };
      });
    const trigger = (dedupe_key: string): object => ({ site: 'S', dedupe_key });
    const resolve = (dedupe_key: string): object => ({ action: 'resolve', dedupe_key });
    const { answers: closed } = await answersOf(Array.from({ length: 50 }, () => resolve));
    expect(closed.filter(({ resolved }) => resolved === true)).toHaveLength(1);
    expect(closed.filter(({ applied }) => applied === false)).toHaveLength(49);
    const { dedupe_key, answers: mixed } = await answersOf(
      Array.from({ length: 200 }, (_value, index) => (index % 2 === 0 ? trigger : resolve)),
    );
    expect(mixed.every(({ status }) => status === 200)).toBe(true);
    const created = mixed.filter(({ deduped }) => deduped === false).length;
    const resolved = mixed.filter((answer) => answer['resolved'] === true).length;
    const rows = await engine.database.query<{ open: number; all: number }>(
      `select count(*) filter (where closed_at is null)::int as open, count(*)::int as all from need
        where tenant_id = $1 and dedupe_key = $2`,
      [tenant.id, dedupe_key],
    );
    expect(rows).toEqual([{ open: 1 + created - resolved, all: 1 + created }]);
  });
});
