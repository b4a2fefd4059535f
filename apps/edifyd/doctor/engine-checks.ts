import { type EngineResponse, Unreachable, ask } from '../engine-http.js';
import { isObject, parseJson } from '../json.js';
import { OperatorCalls } from '../operator-calls.js';
import { OperatorClient } from '../operator-client.js';
import { notTheEngine } from '../problem.js';
import { CommandError } from '../report.js';
import type { Settings } from '../settings.js';
import { type Check, because, failed, ok, skipped } from './check.js';

type Engine = Pick<Settings, 'url' | 'timeoutS'>;

const PARTS = ['database', 'queue', 'worker'];
const SEE_LOG = 'see the log of the engine';
const ADVICE: Readonly<Record<string, string>> = {
  worker: 'start one (npm run start:worker)',
  embeddings: 'check AI_BASE_URL, AI_EMBEDDING_MODEL and AI_API_KEY',
};
const OPERATOR = 'operator token';

/** Checks of the engine from outside. `token` is the operator token, or why there is none. */
export async function engineChecks(engine: Engine, token: string | CommandError): Promise<Check[]> {
  const { url, timeoutS } = engine;
  const live = await ask(url, '/engine/health/live', { timeoutS }).catch(unreachable);
  if (live instanceof Unreachable) return [because('engine', live), ...withoutEngine(token)];
  if (live.status !== 200) return [because('engine', notTheEngine(url, live.status)), ...withoutEngine(token)];
  const ready = await ask(url, '/engine/health/ready', { timeoutS }).catch(unreachable);
  return [
    ok('engine', url),
    ...readyChecks(ready),
    await version(engine),
    await operator(engine, token),
    await webhook(engine),
  ];
}

function withoutEngine(token: string | CommandError): Check[] {
  const rest = ['ready', ...PARTS, 'version', 'webhook'].map((name) => skipped(name, 'the engine does not answer'));
  return [
    ...rest,
    token instanceof CommandError ? because(OPERATOR, token) : skipped(OPERATOR, 'the engine does not answer'),
  ];
}

/** Parses readiness: `{status, checks: {part: "ok"}}`, or a problem whose detail names the failing parts. */
function readyChecks(answer: EngineResponse | Unreachable): Check[] {
  if (answer instanceof Unreachable) return [because('ready', answer)];
  const json = parseJson(answer.text);
  const body = isObject(json) ? json : {};
  const states = isObject(body['checks']) ? body['checks'] : {};
  const parts = Object.entries(states).map(([part, state]) =>
    state === 'ok' ? ok(part, 'ok') : failed(part, showState(state), ADVICE[part] ?? SEE_LOG),
  );
  const unreported = PARTS.filter((part) => !(part in states)).map((part) =>
    skipped(part, 'the engine does not report it'),
  );
  const reason = typeof body['detail'] === 'string' ? body['detail'] : `HTTP ${answer.status}`;
  const ready = answer.status === 200 ? ok('ready', 'it takes requests') : failed('ready', reason, SEE_LOG);
  return [ready, ...parts, ...unreported];
}

/** The version is in the OpenAPI document, if the engine serves it. */
async function version({ url, timeoutS }: Engine): Promise<Check> {
  const answer = await ask(url, '/engine/openapi.json', { timeoutS }).catch(unreachable);
  const document = answer instanceof Unreachable || answer.status !== 200 ? undefined : parseJson(answer.text);
  const info = isObject(document) ? document['info'] : undefined;
  const running = isObject(info) && typeof info['version'] === 'string' ? info['version'] : null;
  return running === null
    ? skipped('version', 'the engine does not report its version')
    : ok('version', `the engine is ${running}`);
}

async function operator({ url, timeoutS }: Engine, token: string | CommandError): Promise<Check> {
  if (token instanceof CommandError) return because(OPERATOR, token);
  try {
    await new OperatorClient(new OperatorCalls(url, token, timeoutS)).checkToken();
    return ok(OPERATOR, 'accepted');
  } catch (error) {
    if (error instanceof CommandError) return because(OPERATOR, error);
    throw error;
  }
}

/** An engine that accepted an unsigned data point would accept anybody's. */
async function webhook({ url, timeoutS }: Engine): Promise<Check> {
  const headers = { 'content-type': 'application/json' };
  const answer = await ask(url, '/engine/v1/integration/edifyd-doctor/webhook', {
    method: 'POST',
    headers,
    body: '{}',
    timeoutS,
  }).catch(unreachable);
  if (answer instanceof Unreachable) return because('webhook', answer);
  if (answer.status === 401) return ok('webhook', 'refuses unsigned requests (401)');
  if (answer.status === 503) return because('webhook', notTheEngine(url, answer.status));
  return failed(
    'webhook',
    `an unsigned request was answered ${answer.status} instead of 401`,
    'check the proxies between here and the engine',
  );
}

function unreachable(error: unknown): Unreachable {
  if (error instanceof Unreachable) return error;
  throw error;
}

function showState(state: unknown): string {
  return typeof state === 'string' ? state : JSON.stringify(state);
}
