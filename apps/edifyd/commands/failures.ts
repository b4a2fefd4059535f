import type { Command } from 'commander';
import type { Choice, Failure, FailuresClient } from '../failures-client.js';
import { type Report, table } from '../report.js';
import { show } from '../run-program.js';
import { failuresClient } from './operator.js';

/** `edifyd failures list|retry` */
export function failuresCommand(program: Command): void {
  const failures = program
    .command('failures')
    .description('needs whose resolution failed, and jobs that failed in all their attempts');
  failures
    .command('list')
    .description('the failures with their errors, latest first')
    .option('--tenant <slug>', 'of this tenant only')
    .action(async ({ tenant }: { tenant?: string }, command: Command) =>
      show(listed(await failuresClient(command).list(tenant)), command),
    );
  failures
    .command('retry')
    .description('retry what failed, or only the named failures')
    .option('--tenant <slug>', 'of this tenant only')
    .option('--id <id...>', 'only these needs (need_…) and jobs')
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
  const named = new Set(ids).size;
  return {
    lines: [`tried again now: needs ${needs}, jobs ${jobs}`],
    json: { needs, jobs },
    ...(needs + jobs < named
      ? { failure: `not tried again: ${named - needs - jobs} of ${named} (no failed need or job has the id)` }
      : {}),
  };
}

/** Named ids are needs or jobs by their format; if no id of a kind is named, nothing of that kind is retried. */
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
