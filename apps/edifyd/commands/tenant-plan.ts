import { Argument, type Command, InvalidArgumentError } from 'commander';
import type { Tenant, TenantChange, Usage } from '../operator-client.js';
import { type Report, columns } from '../report.js';
import { show } from '../run-program.js';
import { wholeNumber } from '../settings.js';
import { operatorClient } from './operator.js';

const PLANS = ['free', 'team', 'business'];
const MAX_RATE = 1_000_000;

/** `edifyd tenant plan|limit|usage` */
export function planCommands(tenant: Command): void {
  tenant
    .command('plan')
    .description('change what it may draft in a month')
    .argument('<slug>')
    .addArgument(new Argument('<plan>', 'the plan').choices(PLANS))
    .action(async (slug: string, plan: string, _options: object, command: Command) =>
      show(await changed(slug, { plan }, command), command),
    );
  tenant
    .command('limit')
    .description('change how many events a second its webhook accepts')
    .argument('<slug>')
    .argument('<events>', 'events a second, or "default"', eventsPerSecond)
    .action(async (slug: string, rateLimit: number | null, _options: object, command: Command) =>
      show(await changed(slug, { rateLimit }, command), command),
    );
  tenant
    .command('usage <slug>')
    .description('what it has used this month')
    .action(async (slug: string, _options: object, command: Command) =>
      show(used(slug, await operatorClient(command).usage(slug)), command),
    );
}

function eventsPerSecond(text: string): number | null {
  if (text === 'default') return null;
  try {
    return wholeNumber(1, MAX_RATE)(text);
  } catch {
    throw new InvalidArgumentError(`It should be a whole number from 1 to ${MAX_RATE}, or "default".`);
  }
}

async function changed(slug: string, change: TenantChange, command: Command): Promise<Report> {
  const tenant = await operatorClient(command).changeTenant(slug, change);
  return { lines: [described(tenant)], json: tenant };
}

function described({ slug, plan, rateLimit }: Tenant): string {
  const rate = rateLimit === null ? 'the default number of events' : `${rateLimit} events`;
  return `tenant ${slug} has the plan ${plan}, and may send ${rate} a second`;
}

function used(slug: string, { counts, ...usage }: Usage): Report {
  const { plan, month, drafts, tokens } = usage;
  const lines = columns([
    ['plan', plan],
    ...counts.map(([name, count]): [string, string] => [name, String(count)]),
    ['drafts', `${drafts.used} of ${drafts.limit}${drafts.reserved > 0 ? `, ${drafts.reserved} reserved` : ''}`],
    ['tokens', `${tokens.used} of ${tokens.limit}`],
  ]);
  return { lines: [`tenant ${slug} in ${month}`, ...lines], json: { ...usage, ...Object.fromEntries(counts) } };
}
