import type { Command } from 'commander';
import type { Choice, Failure, FailuresClient } from '../failures-client.js';
import { type Report, table } from '../report.js';
import { show } from '../run-program.js';
import { failuresClient } from './operator.js';

/** `edifyd failures list|retry` */
export function failuresCommand(program: Command): void {
  const failures = program
    .command('failures')
    .description('needs that cannot be resolved, and jobs that failed for good');
  failures
    .command('list')
    .description('what failed and why, the latest first')
    .option('--tenant <slug>', 'of this tenant alone')
    .action(async ({ tenant }: { tenant?: string }, command: Command) =>
      show(listed(await failuresClient(command).list(tenant)), command),
    );
  failures
    .command('retry')
    .description('try again what failed, or the part of it that is named')
    .option('--tenant <slug>', 'of this tenant alone')
    .option('--id <id...>', 'these needs (need_…) and jobs alone')
    .action(async ({ tenant, id }: { tenant?: string; id?: string[] }, command: Command) =>
      show(await retried(failuresClient(command), tenant, id), command),
    );
}

function listed(items: readonly Failure[]): Report {
  const rows = items.map(({ kind, tenant, id, of, attempts, nextTryAt, failedAt, error }) => [
    kind,
    tenant ?? '',
    id,
    of,
    String(attempts),
    nextTryAt ?? (kind === 'need' ? 'set aside' : 'none'),
    failedAt,
    error,
  ]);
  const heading = ['KIND', 'TENANT', 'ID', 'OF', 'TRIES', 'NEXT TRY', 'FAILED', 'ERROR'];
  return { lines: items.length === 0 ? ['nothing has failed'] : table([heading, ...rows]), json: { items } };
}

async function retried(
  client: FailuresClient,
  tenant: string | undefined,
  ids: readonly string[] | undefined,
): Promise<Report> {
  const needs = await retryThose(ids, isNeed, tenant, (choice) => client.retryNeeds(choice));
  const jobs = await retryThose(
    ids,
    (id) => !isNeed(id),
    tenant,
    (choice) => client.retryJobs(choice),
  );
  return { lines: [`tried again now: needs ${needs}, jobs ${jobs}`], json: { needs, jobs } };
}

/** Named ids are needs or jobs by their look; where none of a kind is named, none of it is meant. */
async function retryThose(
  ids: readonly string[] | undefined,
  isOfKind: (id: string) => boolean,
  tenant: string | undefined,
  retry: (choice: Choice) => Promise<number>,
): Promise<number> {
  const named = ids?.filter(isOfKind);
  return named?.length === 0 ? 0 : retry({ tenant, ids: named });
}

function isNeed(id: string): boolean {
  return id.startsWith('need_');
}
