import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from '../attack.js';
import { REFUSALS, WRONG_SIGNATURE, admin, webhook } from '../attacker/calls.js';
import { written } from '../attacker/payloads.js';
import { rawRequest } from '../attacker/raw-request.js';
import { USUAL } from '../bounds.js';

const IDLE = 3_000;
const DRIBBLING = 400;
const STREAMS = 1_000;
const DRIBBLE_EVERY_MS = 1_000;

const idle: Attack = {
  name: `${written(IDLE)} idle connections`,
  by: 'anybody',
  bound: USUAL,
  allowed: [408],
  prepare:
    ({ connections, scaled }) =>
    async () => {
      await connections.openMany(IDLE, []);
      await sleep(scaled(300, 15_000));
      return { 'still open': connections.count };
    },
};

const dribbling: Attack = {
  name: `${DRIBBLING} bodies that come at a byte a second`,
  by: 'anybody',
  bound: USUAL,
  allowed: [...REFUSALS, 401, 408, 503],
  prepare:
    ({ connections, neighbourSlug, scaled }) =>
    async () => {
      const call = webhook(neighbourSlug, '{', { ...WRONG_SIGNATURE, 'content-length': '200000' });
      const sockets = await connections.openMany(DRIBBLING, [Buffer.from(rawRequest(call))]);
      for (let left = scaled(1_000, 40_000); left > 0; left -= DRIBBLE_EVERY_MS) {
        await sleep(DRIBBLE_EVERY_MS);
        for (const socket of sockets) if (socket.writable) socket.write(' ');
      }
      return { 'still open': connections.count };
    },
};

/** Each stream receives every change of the tenant. */
const eventStreams: Attack = {
  name: `${written(STREAMS)} event streams of one tenant`,
  by: 'viewer',
  bound: USUAL,
  allowed: [...REFUSALS, 200, 503],
  prepare:
    ({ connections, tenant, scaled }) =>
    async () => {
      const request = Buffer.from(rawRequest(admin(tenant.viewerToken, 'GET', '/events')));
      await connections.openMany(STREAMS, [request]);
      await sleep(scaled(300, 10_000));
      return { 'still open': connections.count };
    },
};

/** Idle connections. */
export const heldConnections: readonly Attack[] = [idle, dribbling, eventStreams];
