import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { Course, CourseCreation } from '#catalog';
import { WorkerUpsert } from '#directory';
import { Database, RequestScope, waitForDatabase } from '#platform/database';
import { DAY_MS } from '#platform/text';
import { SignalMapService } from '#signals';
import { KeyRing, TenantsService, UserSetup } from '#tenancy';
import { callEngine } from './call-engine.js';
import { demoCourses } from './courses.js';
import { fillBoard } from './fill-board.js';
import { makeOverdueOffer } from './overdue-offer.js';
import { demoWorkers } from './people.js';
import { demoPolicy } from './readiness.js';
import { makeReviewedDraft } from './reviewed-draft.js';
import { demoEvents, demoSignalMap } from './signals.js';

export const DEMO_SLUG = 'acme';
const ADMIN_EMAIL = 'admin@acme.com';

/**
 * The demo tenant's credentials, stored under `DATA_DIR` because they cannot be read elsewhere, and the progress of
 * its data.
 */
export interface DemoCredentials {
  readonly signingSecret: string;
  readonly adminToken: string;
  /** Of the tenant's first admin, for the console. */
  readonly login: { readonly email: string; readonly password: string };
  readonly complete: boolean;
}

/** The stored credentials of a start that was killed, or of an engine whose demo had no user yet. */
type KeptCredentials = Omit<DemoCredentials, 'login'> & Partial<Pick<DemoCredentials, 'login'>>;

/**
 * Creates the demo tenant, its library and its people, if they do not exist: at the first start, and after the tenant
 * was deleted. Every step is idempotent, so that the next start completes one that was killed.
 * @param folder `DATA_DIR`
 */
export async function prepareDemo(app: INestApplicationContext, folder: string): Promise<DemoCredentials> {
  const tenants = app.get(TenantsService);
  const exists = (await tenants.list()).some(({ slug }) => slug === DEMO_SLUG);
  const known = (exists ? await readCredentials(folder) : null) ?? (await makeTenant(tenants, folder, exists));
  if (known.complete && isWhole(known)) return known;
  const tenant = await tenants.find(DEMO_SLUG);
  const scope = { tenantId: tenant.id, tenantSlug: DEMO_SLUG, actor: 'demo' };
  const credentials = isWhole(known) ? known : { ...known, login: await makeAdmin(app, scope) };
  await writeCredentials(folder, credentials);
  if (!credentials.complete) await app.get(RequestScope).run(scope, () => fill(app));
  return credentials;
}

function isWhole(kept: KeptCredentials): kept is DemoCredentials {
  return kept.login !== undefined;
}

/**
 * Sends the demo's data points as its source systems would, makes an offer, and creates a draft in review, unless that
 * was done before.
 */
export async function sendDemoEvents(
  app: INestApplicationContext,
  url: string,
  folder: string,
  credentials: DemoCredentials,
): Promise<void> {
  if (credentials.complete) return;
  for (const event of demoEvents(dayFromToday)) await sendEvent(url, JSON.stringify(event), credentials.signingSecret);
  await makeOverdueOffer(app, { url, slug: DEMO_SLUG, adminToken: credentials.adminToken });
  await makeReviewedDraft(app, { url, slug: DEMO_SLUG, login: credentials.login });
  await writeCredentials(folder, { ...credentials, complete: true });
}

/** `2026-12-19`: a day of the demo tenant. */
function dayFromToday(days: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: demoPolicy.timeZone, dateStyle: 'short' });
  return new Date(Date.parse(today.format()) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Which stored credentials of the demo tenant are still valid: people rotate, change and revoke them. */
export interface ValidCredentials {
  readonly signingSecret: boolean;
  readonly adminToken: boolean;
  readonly password: boolean;
}

/**
 * Waits for PostgreSQL: on a busy machine, the first connections may fail.
 * @param url the address of the running engine
 */
export function validCredentials(
  app: INestApplicationContext,
  url: string,
  { signingSecret, adminToken, login }: DemoCredentials,
): Promise<ValidCredentials> {
  return waitForDatabase(new Logger('Start'), async () => {
    const tenant = app.get(KeyRing).find(DEMO_SLUG);
    // While a tenant is suspended, it refuses those that are valid, too.
    if (tenant === undefined) return { signingSecret: true, adminToken: true, password: true };
    const stored = createSecretKey(Buffer.from(signingSecret));
    const headers = { authorization: `Bearer ${adminToken}` };
    return {
      signingSecret: tenant.secrets.some(({ key }) => key.equals(stored)),
      adminToken: (await fetch(`${url}/engine/v1/admin/me`, { headers })).status !== 401,
      password: await app.get(UserSetup).hasPassword(tenant.tenantId, login.email, login.password),
    };
  });
}

async function sendEvent(url: string, body: string, secret: string): Promise<void> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  await callEngine("the demo's data point", `${url}/engine/v1/integration/${DEMO_SLUG}/webhook`, {
    method: 'POST',
    headers: { 'x-edifyd-signature': signature },
    body,
  });
}

async function makeTenant(tenants: TenantsService, folder: string, exists: boolean): Promise<KeptCredentials> {
  const made = exists
    ? {
        signingSecret: (await tenants.rotateSecret(DEMO_SLUG, 0)).signingSecret,
        adminToken: await tenants.createToken(DEMO_SLUG, 'admin', 'demo'),
      }
    : await tenants.create({ slug: DEMO_SLUG, name: 'Acme Logistics' });
  const credentials = { signingSecret: made.signingSecret, adminToken: made.adminToken, complete: false };
  await writeCredentials(folder, credentials);
  return credentials;
}

/** An admin with a generated password; one that a killed start created gets a new password. */
async function makeAdmin(
  app: INestApplicationContext,
  acting: { tenantId: string; actor: string },
): Promise<DemoCredentials['login']> {
  const password = randomBytes(15).toString('base64url');
  await app.get(UserSetup).setUp(acting, { email: ADMIN_EMAIL, name: 'Demo admin', role: 'admin' }, password);
  return { email: ADMIN_EMAIL, password };
}

async function fill(app: INestApplicationContext): Promise<void> {
  await app.get(Database).inTenant(async (tx) => {
    if ((await tx.count(Course, {})) === 0) await app.get(CourseCreation).createCourses(tx, demoCourses);
    await app.get(WorkerUpsert).upsertWorkers(
      tx,
      demoWorkers.map((worker) => ({ ...worker, groups: [...worker.groups] })),
    );
    await fillBoard(tx);
  });
  await app.get(SignalMapService).replace({ map: { ...demoSignalMap } }, null);
}

function fileOf(folder: string): string {
  return join(folder, 'demo.json');
}

async function readCredentials(folder: string): Promise<KeptCredentials | null> {
  if (!existsSync(fileOf(folder))) return null;
  return JSON.parse(await readFile(fileOf(folder), 'utf8')) as KeptCredentials;
}

/** Written to a temporary file and renamed, so that a reader never sees a part of it. */
async function writeCredentials(folder: string, credentials: KeptCredentials): Promise<void> {
  await writeFile(`${fileOf(folder)}.new`, JSON.stringify(credentials, null, 2), { mode: 0o600 });
  await rename(`${fileOf(folder)}.new`, fileOf(folder));
}
