import type { Command } from 'commander';
import type { Secret } from '../operator-client.js';
import { type Report, columns, table } from '../report.js';
import { show } from '../run-program.js';
import { wholeNumber } from '../settings.js';
import { callsFor, operatorClient } from './operator.js';
import { rekey, rekeyCommand } from './rekey.js';

const DAY_SECONDS = 86_400;
const MAX_GRACE_SECONDS = 30 * DAY_SECONDS;

/** `edifyd secret rotate|list|rekey` */
export function secretCommand(program: Command): void {
  const secret = program.command('secret').description('the secrets with which source systems sign');
  secret
    .command('rotate <slug>')
    .description(
      'create a signing secret, printed only once; all previous ones, whatever their names, remain valid for the grace period',
    )
    .option(
      '--grace <seconds>',
      'how long the previous secrets remain valid; 0: they expire now',
      wholeNumber(0, MAX_GRACE_SECONDS),
      DAY_SECONDS,
    )
    .action(async (slug: string, { grace }: { grace: number }, command: Command) =>
      show(await rotate(slug, grace, command), command),
    );
  secret
    .command('list <slug>')
    .description('the signing secrets of a tenant, with their expiry and last use')
    .action(async (slug: string, _options: object, command: Command) =>
      show(listed(await operatorClient(command).secrets(slug)), command),
    );
  rekeyCommand(secret, async (command, dryRun) => show(await rekey(callsFor(command), dryRun), command));
}

function listed(secrets: readonly Secret[]): Report {
  const rows = secrets.map(({ id, name, createdAt, expiresAt, lastUsedAt }) => [
    id,
    createdAt,
    expiresAt ?? 'live',
    lastUsedAt ?? 'never',
    name,
  ]);
  return {
    lines: table([['SECRET', 'SINCE', 'ENDS', 'LAST USED', 'NAME'], ...rows]),
    json: { items: secrets, nextCursor: null },
  };
}

async function rotate(slug: string, grace: number, command: Command): Promise<Report> {
  const rotated = await operatorClient(command).rotateSecret(slug, grace);
  const { signingSecret, previousExpiresAt } = rotated;
  const lines = columns([
    ['signing secret', signingSecret],
    ['old ones end', previousExpiresAt ?? 'there was none'],
  ]);
  return { lines: [`tenant ${slug} has a new signing secret, shown only once`, ...lines], json: rotated };
}
