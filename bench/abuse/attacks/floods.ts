import { randomBytes } from 'node:crypto';
import type { Attack, Target } from '../attack.js';
import { REFUSALS, admin } from '../attacker/calls.js';
import { flood } from '../attacker/flood.js';
import { rawRequest } from '../attacker/raw-request.js';
import { USUAL } from '../bounds.js';

const REQUESTS = { short: 1_000, inFull: 10_000 };
const CONNECTIONS = 20;
const PROBES = { short: 600, inFull: 2_000 };
const PROBING = 200;

const withoutLogIn: Attack = {
  name: 'requests without a log-in, as fast as they are answered',
  by: 'anybody',
  bound: USUAL,
  allowed: [401, 429],
  prepare: (target) => async () => {
    await flood(target, {
      requests: target.scaled(REQUESTS.short, REQUESTS.inFull),
      connections: CONNECTIONS,
      request: () => rawRequest({ method: 'GET', path: '/engine/v1/admin/needs' }),
    });
    return {};
  },
};

const operatorGuesses: Attack = {
  name: 'guesses of the operator token, as fast as they are answered',
  by: 'anybody',
  bound: USUAL,
  allowed: [401, 403, 429],
  prepare: (target) => async () => {
    await flood(target, {
      requests: target.scaled(REQUESTS.short, REQUESTS.inFull),
      connections: CONNECTIONS,
      request: operatorGuess,
    });
    return {};
  },
  faults: ({ answers }) => (answers['429'] === undefined ? ['guesses are not slowed down: no answer was 429'] : []),
};

/** Each key is a row that is stored for a day. */
const idempotencyKeys: Attack = {
  name: 'a new Idempotency-Key of 255 characters with each call',
  by: 'viewer',
  bound: USUAL,
  allowed: [...REFUSALS, 200, 503],
  prepare: (target) => async () => {
    await flood(target, {
      requests: target.scaled(100, 5_000),
      connections: CONNECTIONS,
      request: () => topicMatch(target, randomBytes(191).toString('base64url').slice(0, 255)),
    });
    return {};
  },
};

const oneIdempotencyKey: Attack = {
  name: 'one Idempotency-Key on 200 connections',
  by: 'viewer',
  bound: USUAL,
  allowed: [...REFUSALS, 200, 409, 503],
  prepare: (target) => async () => {
    await flood(target, {
      requests: target.scaled(200, 5_000),
      connections: 200,
      request: () => topicMatch(target, 'the-same'),
    });
    return {};
  },
};

/** Each readiness check uses a connection to PostgreSQL, of which there are a hundred. */
const readinessProbes: Attack = {
  name: `readiness probes on ${PROBING} connections`,
  by: 'anybody',
  bound: USUAL,
  allowed: [200],
  prepare: (target) => async () => {
    const request = rawRequest({ method: 'GET', path: '/engine/health/ready' });
    await flood(target, {
      requests: target.scaled(PROBES.short, PROBES.inFull),
      connections: PROBING,
      request: () => request,
    });
    return {};
  },
};

/** Many small requests. */
export const floods: readonly Attack[] = [
  idempotencyKeys,
  oneIdempotencyKey,
  withoutLogIn,
  operatorGuesses,
  readinessProbes,
];

function operatorGuess(): string {
  const headers = { authorization: `Bearer ${randomBytes(24).toString('hex')}` };
  return rawRequest({ method: 'GET', path: '/engine/v1/operator/tenants', headers });
}

function topicMatch({ tenant }: Target, key: string): string {
  const body = '{"topic":"Working at heights"}';
  const call = admin(tenant.viewerToken, 'POST', '/topics/match', body);
  return rawRequest({
    ...call,
    headers: { ...call.headers, 'idempotency-key': key, 'content-length': String(body.length) },
  });
}
