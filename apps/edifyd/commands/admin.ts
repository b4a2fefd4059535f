import type { Command } from 'commander';
import { type Report, columns } from '../report.js';
import { show } from '../run-program.js';
import { operatorClient } from './operator.js';

/** `edifyd admin recover` */
export function adminCommand(program: Command): void {
  const admin = program.command('admin').description('the admins of a tenant');
  admin
    .command('recover <slug>')
    .description(
      'restore access as an admin: prints a link that sets a password once, and allows password log-ins again if single sign-on had replaced them',
    )
    .requiredOption('--email <address>', 'address of the admin, who becomes a user if necessary')
    .action(async (slug: string, { email }: { email: string }, command: Command) =>
      show(await recover(slug, email, command), command),
    );
}

async function recover(slug: string, email: string, command: Command): Promise<Report> {
  const link = await operatorClient(command).recoverAdmin(slug, email);
  const lines = columns([
    ['link', link.url],
    ['good until', link.expiresAt],
  ]);
  return { lines: [`${email} is an admin of tenant ${slug}; the link is shown only once`, ...lines], json: link };
}
