import { type Command, Option } from 'commander';
import type { Report } from '../report.js';
import { show } from '../run-program.js';
import { operatorClient } from './operator.js';

const ROLES = ['viewer', 'author', 'admin'];

/** `edifyd token create` */
export function tokenCommand(program: Command): void {
  const token = program.command('token').description('tokens with which programs call the admin API');
  token
    .command('create <slug>')
    .description('create an admin API token, printed only once')
    .addOption(new Option('--role <role>', 'each role includes the previous ones').choices(ROLES).makeOptionMandatory())
    .requiredOption('--name <name>', 'the purpose; the audit log shows it')
    .action(async (slug: string, options: { role: string; name: string }, command: Command) =>
      show(await create(slug, options, command), command),
    );
}

async function create(slug: string, { role, name }: { role: string; name: string }, command: Command): Promise<Report> {
  const created = await operatorClient(command).createToken(slug, { role, name });
  return { lines: [`token "${name}" (${role}) of tenant ${slug}, shown this once`, created.token], json: created };
}
