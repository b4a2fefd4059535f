import { createHmac } from 'node:crypto';
import { type Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Attempt } from './ledger.js';

/** Posts one body, signed, to a tenant's webhook. Never throws: no answer is an outcome too. */
export function postSigned(agent: Agent, url: string, signingSecret: string, body: string): Promise<Attempt> {
  const began = performance.now();
  const headers = {
    'x-edifyd-signature': createHmac('sha256', signingSecret).update(body).digest('hex'),
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    const none = (status: 'refused' | 'unanswered'): void =>
      resolve({ status, retryAfter: null, signalId: null, closes: true, milliseconds: performance.now() - began });
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      text(response).then(
        (answer) => resolve({ ...outcomeOf(response, answer), milliseconds: performance.now() - began }),
        () => none('unanswered'),
      );
    });
    sent.on('error', (error: NodeJS.ErrnoException) => none(error.code === 'ECONNREFUSED' ? 'refused' : 'unanswered'));
    sent.end(body);
  });
}

function outcomeOf({ statusCode = 0, headers }: IncomingMessage, answer: string): Omit<Attempt, 'milliseconds'> {
  const { signalId = null }: { signalId?: string | null } = JSON.parse(answer);
  return {
    status: statusCode,
    retryAfter: headers['retry-after'] ?? null,
    signalId,
    closes: headers.connection === 'close',
  };
}
