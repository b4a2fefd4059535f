import { expect } from '@jest/globals';
import type { SharedEngine } from './engine.js';

export interface OperatorAnswer {
  readonly status: number;
  /** Without parameters. */
  readonly type: string;
  readonly body: Record<string, unknown>;
}

/** A new tenant in the operator API, without its slug and name. */
export const NEW_TENANT = {
  id: expect.stringMatching(/^ten_[0-9a-z]{26}$/),
  plan: 'free',
  status: 'active',
  draftsPerMonth: null,
  tokensPerMonth: null,
  rateLimit: null,
  signalRetentionMonths: 12,
  deletionAt: null,
  createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
};

/** Calls the operator API of an engine, and reads the answer's JSON. */
export const operatorOf =
  (engine: () => SharedEngine) =>
  async (method: string, path: string, body?: object): Promise<OperatorAnswer> =>
    answerOf(await engine().operator(method, path, body));

export async function answerOf(response: Response): Promise<OperatorAnswer> {
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';')[0] ?? '',
    body: (await response.json()) as OperatorAnswer['body'],
  };
}
