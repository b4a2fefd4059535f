import { readFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import pg from 'pg';
import { TypeID } from 'typeid-js';
import { uuidv7 } from 'uuidv7';
import { type WebhookEvent, dataPointOf, isSigned } from '../data-point.js';
import { POOL_SIZE, readSettings } from '../settings.js';

/**
 * The minimum that does the webhook's work durably: no framework, no ORM, no isolation, no outbox, no limits; one
 * prepared statement for each request on a pool of connections.
 */
const { port, databaseUrl, tenants } = readSettings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE, min: POOL_SIZE });
const RECORD_ONE = { name: 'record-one', text: readFileSync(new URL('./record-one.sql', import.meta.url), 'utf8') };
const PATH = /^\/engine\/v1\/integration\/([a-z0-9-]+)\/webhook$/;

async function record(tenantId: string, event: WebhookEvent, raw: string): Promise<[status: number, body: string]> {
  const point = dataPointOf(event);
  if (point === null) return [422, '{"error":"invalid_event","details":[]}'];
  const signalId = uuidv7();
  const { rows } = await pool.query<{ created: boolean }>({
    ...RECORD_ONE,
    values: [
      tenantId,
      uuidv7(),
      point.dedupeKey,
      point.type,
      point.topic,
      point.category,
      point.severity,
      point.externalWorkerId,
      point.email,
      point.site,
      point.siteKey,
      new Date(),
      signalId,
      raw,
    ],
  });
  if (!rows[0]?.created) return [200, '{"ok":true,"applied":true,"deduped":true}'];
  return [
    200,
    `{"ok":true,"applied":true,"signalId":"${TypeID.fromUUID('sig', signalId).toString()}","deduped":false}`,
  ];
}

async function answer(request: IncomingMessage, body: Buffer): Promise<[status: number, body: string]> {
  const tenant = tenants.get(PATH.exec(request.url ?? '')?.[1] ?? '');
  if (tenant === undefined || !isSigned(body, request.headers['x-edifyd-signature'], tenant.key))
    return [401, '{"error":"bad_signature"}'];
  const raw = body.toString();
  try {
    return await record(tenant.tenantId, JSON.parse(raw) as WebhookEvent, raw);
  } catch (error) {
    console.error(error);
    return error instanceof SyntaxError ? [400, '{"error":"invalid_json"}'] : [503, '{"error":"unavailable"}'];
  }
}

function send(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
    .end(body);
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on(
    'end',
    () => void answer(request, Buffer.concat(chunks)).then(([status, body]) => send(response, status, body)),
  );
}).listen(port, '127.0.0.1');
