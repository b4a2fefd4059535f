import type { Command } from 'commander';
import type { CreatedTenant, Tenant } from '../operator-client.js';
import { type Report, columns, table } from '../report.js';
import { show } from '../run-program.js';
import { settingsOf, wholeNumber } from '../settings.js';
import { operatorClient } from './operator.js';
import { offboardingCommands } from './tenant-offboarding.js';
import { planCommands } from './tenant-plan.js';

const MAX_MONTHS = 84;

/** `edifyd tenant create|list|suspend|activate|retention`, and those of its plan and its end */
export function tenantCommand(program: Command): void {
  const tenant = program.command('tenant').description('the tenants of the engine');
  tenant
    .command('create <slug>')
    .description('create a tenant; its first signing secret and admin token are printed only once')
    .requiredOption('--name <name>', 'the display name')
    .option('--admin-email <address>', 'e-mail of the first admin')
    .action(async (slug: string, options: { name: string; adminEmail?: string }, command: Command) =>
      show(await create(slug, options, command), command),
    );
  tenant
    .command('list')
    .description('all tenants, by slug')
    .action(async (_options: object, command: Command) =>
      show(listed(await operatorClient(command).tenants()), command),
    );
  tenant
    .command('suspend <slug>')
    .description('refuse its webhook and its tokens; nothing is deleted')
    .action(async (slug: string, _options: object, command: Command) =>
      show(await changed(slug, 'suspended', command), command),
    );
  tenant
    .command('activate <slug>')
    .description('end a suspension')
    .action(async (slug: string, _options: object, command: Command) =>
      show(await changed(slug, 'active', command), command),
    );
  tenant
    .command('retention')
    .description('keep its signals for this many months, including stored ones: 1, 3, 6, 12, 24, 36 or 84')
    .argument('<slug>')
    .argument(
      '<months>',
      'signals that are older are shown no more, and dropped by the month',
      wholeNumber(1, MAX_MONTHS),
    )
    .action(async (slug: string, months: number, _options: object, command: Command) =>
      show(await kept(slug, months, command), command),
    );
  planCommands(tenant);
  offboardingCommands(tenant);
}

async function create(
  slug: string,
  { name, adminEmail }: { name: string; adminEmail?: string },
  command: Command,
): Promise<Report> {
  const created = await operatorClient(command).createTenant({ slug, name, adminEmail });
  const lines = [
    `tenant ${slug} is created; the values below are shown only once`,
    ...columns([
      ['webhook', `${settingsOf(command).url}/engine/v1/integration/${slug}/webhook`],
      ['signing secret', created.signingSecret],
      ['admin token', created.adminToken],
      ...invitationLines(created),
    ]),
  ];
  return { lines, json: created };
}

/** The admin has no other way to set a password. */
function invitationLines({ invitation }: CreatedTenant): Array<readonly [name: string, value: string]> {
  if (invitation === undefined) return [];
  return [
    ['invitation', invitation.url],
    ['good until', invitation.expiresAt],
  ];
}

function listed(tenants: readonly Tenant[]): Report {
  const rows = tenants.map(({ slug, status, deletionAt, plan, signalRetentionMonths, createdAt, name }) => [
    slug,
    deletionAt === null ? status : `deleted on ${deletionAt.slice(0, 10)}`,
    plan,
    `${signalRetentionMonths} months`,
    createdAt.slice(0, 10),
    name,
  ]);
  const lines =
    tenants.length === 0
      ? ['there are no tenants']
      : table([['SLUG', 'STATUS', 'PLAN', 'SIGNALS KEPT', 'SINCE', 'NAME'], ...rows]);
  return { lines, json: { items: tenants, nextCursor: null } };
}

async function changed(slug: string, status: 'active' | 'suspended', command: Command): Promise<Report> {
  const tenant = await operatorClient(command).changeTenant(slug, { status });
  return { lines: [`tenant ${tenant.slug} is ${tenant.status}`], json: tenant };
}

async function kept(slug: string, months: number, command: Command): Promise<Report> {
  const tenant = await operatorClient(command).changeTenant(slug, { signalRetentionMonths: months });
  return {
    lines: [`tenant ${tenant.slug} keeps its signals for ${tenant.signalRetentionMonths} months`],
    json: tenant,
  };
}
