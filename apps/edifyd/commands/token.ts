import { type Command, Option } from 'commander';
import type { Token } from '../operator-client.js';
import { type Report, table } from '../report.js';
import { show } from '../run-program.js';
import { operatorClient } from './operator.js';

const ROLES = ['viewer', 'author', 'admin'];

/** `edifyd token create|list|revoke` */
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
  token
    .command('list <slug>')
    .description('the tokens of a tenant, with their role, expiry and last use')
    .action(async (slug: string, _options: object, command: Command) =>
      show(listed(await operatorClient(command).tokens(slug)), command),
    );
  token
    .command('revoke <slug> <id>')
    .description('refuse a token from now on; its id is in the list')
    .action(async (slug: string, id: string, _options: object, command: Command) => {
      await operatorClient(command).revokeToken(slug, id);
      show({ lines: [`token ${id} of tenant ${slug} is revoked`], json: { id, revoked: true } }, command);
    });
}

function listed(tokens: readonly Token[]): Report {
  const rows = tokens.map(({ id, name, role, createdAt, expiresAt, lastUsedAt, revokedAt }) => [
    id,
    role,
    createdAt,
    revokedAt === null ? (expiresAt ?? 'live') : `revoked ${revokedAt}`,
    lastUsedAt ?? 'never',
    name,
  ]);
  return {
    lines: table([['TOKEN', 'ROLE', 'SINCE', 'ENDS', 'LAST USED', 'NAME'], ...rows]),
    json: { items: tokens, nextCursor: null },
  };
}

async function create(slug: string, { role, name }: { role: string; name: string }, command: Command): Promise<Report> {
  const created = await operatorClient(command).createToken(slug, { role, name });
  return { lines: [`token "${name}" (${role}) of tenant ${slug}, shown only once`, created.token], json: created };
}
