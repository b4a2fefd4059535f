import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readApiDocuments } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scaled } from '../harness/scale.js';
import { shortestTime } from '../harness/timing.js';
import {
  type HostileInput,
  type Variants,
  hostileBodies,
  hostileForms,
  hostileQueries,
  hostileRows,
} from './hostile-input.js';
import { KIB, MAX_ANSWER_BYTES, PLANTED_MS, plantFaults } from './planted-faults.js';
import { type ResponseSize, sendUnchecked } from './send-unchecked.js';
import { type ServedApp, type ServedRoute, serveRoutes } from './served-routes.js';
import { isForm, isRows, isUpload, isWebhook, maxBytesOf } from './served-routes.js';
import type { ApiDocument } from './smallest-body.js';

const FORM = 'application/x-www-form-urlencoded';
/** No JSON body of a call is larger, and none that anybody may send. */
const MAX_BYTES = 1024 * KIB;
const MAX_BYTES_WITHOUT_CREDENTIALS = 8 * KIB;

/** How long a response may take. The bound is loose, because work that is not linear takes seconds. */
const ANSWERED_MS = 600;
/** The engine waits half a second for a body that it discards before it refuses it: long enough for a busy machine. */
const REFUSED_MS = 20_000;
/** Routes that wait at the same time. */
const AT_ONCE = 20;

const variantsAt = scaled<(place: number) => Variants>(
  (place) => ({ place }),
  () => 'all',
);
/** How many hostile queries a route without parameters gets. */
const QUERIES = scaled(1, 3);

describe('every route', () => {
  let engine: SharedEngine;
  let document: ApiDocument;
  let admin: Record<string, string>;
  let served: ServedApp;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    document = await readApiDocuments<ApiDocument>(engine.url);
    admin = { authorization: `Bearer ${(await engine.createTenant()).adminToken}` };
    served = await serveRoutes(engine, plantFaults);
  });
  afterAll(() => served.close());

  const named = ({ method, path }: ServedRoute): string => `${method} ${path}`;
  const callerOf = (path: string): Record<string, string> =>
    path.startsWith('/engine/v1/operator/') ? { authorization: `Bearer ${engine.operatorToken}` } : admin;

  /** Streams never end, and the static files of the queue board read nothing. */
  const isWalked = ({ path, method }: ServedRoute): boolean =>
    !path.endsWith('/events') && !path.includes('/queues') && method !== 'HEAD';

  async function faultsOf(route: ServedRoute, input: HostileInput, withinMs: number): Promise<string[]> {
    const { method, path } = route;
    const { what, body = '', contentType = 'application/json', query } = input;
    const target = `${served.url}${path.replaceAll(/:\w+/g, 'x')}${query === undefined ? '' : `?${query}`}`;
    const headers = { ...callerOf(path), ...(body === '' ? {} : { 'content-type': contentType }) };
    let answer: ResponseSize = { status: 0, bytes: 0 };
    const milliseconds = await shortestTime(async () => {
      answer = await sendUnchecked(target, method, headers, body);
    }, withinMs);
    const { status, bytes } = answer;
    const isAnswered = status >= 200 && status < 500;
    return [
      ...(isAnswered ? [] : [`${named(route)}, ${what}: answers ${status}`]),
      ...(milliseconds <= withinMs ? [] : [`${named(route)}, ${what}: takes ${Math.round(milliseconds)} ms`]),
      ...(status < 400 || bytes <= MAX_ANSWER_BYTES ? [] : [`${named(route)}, ${what}: answers ${bytes} bytes`]),
    ];
  }

  async function walk(routes: readonly ServedRoute[], withinMs: number): Promise<string[]> {
    const faults: string[] = [];
    const rowRoutes = routes.filter(isRows);
    for (const [place, route] of routes.filter(isWalked).entries()) {
      const { method, path } = route;
      const variants = variantsAt(place);
      const inputs = [
        ...(method === 'GET'
          ? []
          : isRows(route)
            ? hostileRows(variantsAt(rowRoutes.indexOf(route)))
            : isForm(route)
              ? hostileForms(maxBytesOf(route))
              : hostileBodies(document, method, path, Math.min(MAX_BYTES, maxBytesOf(route)), variants)),
        ...(isWebhook(route) ? [] : hostileQueries(document, method, path, variants)),
      ];
      for (const input of inputs) faults.push(...(await faultsOf(route, input, withinMs)));
    }
    return faults;
  }

  /** Says whether the limit of a route is too high, or it waits for a body whose announced size exceeds it. */
  async function limitFaultsOf(route: ServedRoute): Promise<string[]> {
    const found: string[] = [];
    const { method, path } = route;
    const most = /^\/(?:engine\/v1\/auth|learn)\//.test(path) ? MAX_BYTES_WITHOUT_CREDENTIALS : MAX_BYTES;
    if (!isRows(route) && !isUpload(route) && !isWebhook(route) && maxBytesOf(route) > most)
      found.push(`${named(route)}: takes ${maxBytesOf(route)} bytes`);
    const headers = {
      ...callerOf(path),
      'content-type': isRows(route)
        ? 'text/csv'
        : isUpload(route)
          ? 'multipart/form-data; boundary=x'
          : isForm(route)
            ? FORM
            : 'application/json',
    };
    const target = served.url + path.replaceAll(/:\w+/g, 'x');
    const sent = sendUnchecked(target, method, headers, { announced: maxBytesOf(route) + 1 });
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), REFUSED_MS));
    const answer = await Promise.race([sent, late]);
    if (answer?.status !== 413) found.push(`${named(route)}: ${answer?.status ?? 'waits for more than it takes'}`);
    return found;
  }

  it('has a size limit, and refuses a body with a larger content-length before it arrives, except for planted ones', async () => {
    const found: string[] = [];
    const left = served.routes.filter((one) => isWalked(one) && one.method !== 'GET');
    while (left.length > 0)
      found.push(...(await Promise.all(left.splice(0, AT_ONCE).map((one) => limitFaultsOf(one)))).flat());
    expect(found).toEqual(['POST /engine/v1/auth/planted: takes 102400 bytes', 'POST /engine/v1/planted: 200']);
  });

  it('is reported if it is slow, has a long response or fails', async () => {
    const faults = await walk(
      served.routes.filter(({ path }) => path.startsWith('/engine/v1/planted/')),
      PLANTED_MS,
    );
    const found = [
      /^GET \/engine\/v1\/planted\/slow, .*: takes \d+ ms$/,
      /^GET \/engine\/v1\/planted\/wordy, .*: answers 32769 bytes$/,
      /^GET \/engine\/v1\/planted\/failing, .*: answers 500$/,
    ];
    for (const pattern of found) expect(faults.filter((fault) => pattern.test(fault))).toHaveLength(QUERIES);
  });

  it('responds to wide, deep, long and repeated input quickly and briefly', async () => {
    const routes = served.routes.filter(({ path }) => !path.includes('/planted'));
    expect(await walk(routes, ANSWERED_MS)).toEqual([]);
  }, 240_000);
});
