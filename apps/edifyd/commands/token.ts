import { type Command, Option } from 'commander';
import type { Report } from '../report.js';
import { show } from '../run-program.js';
import { operatorClient } from './operator.js';

const ROLES = ['viewer', 'author', 'admin'];

/** `edifyd token create` */
export function tokenCommand(program: Command): void {
  const token = program.command('token').description('what back-office programs call the admin API with');
  token
    .command('create <slug>')
    .description('make an admin API token, printed this once')
    .addOption(
      new Option('--role <role>', 'each may do all that the ones before it may').choices(ROLES).makeOptionMandatory(),
    )
    .requiredOption('--name <name>', 'what it is for; the audit log shows it')
    .action(async (slug: string, options: { role: string; name: string }, command: Command) =>
      show(await create(slug, options, command), command),
    );
}

async function create(slug: string, { role, name }: { role: string; name: string }, command: Command): Promise<Report> {
  const created = await operatorClient(command).createToken(slug, { role, name });
  return { lines: [`token "${name}" (${role}) of tenant ${slug}, shown this once`, created.token], json: created };
}
