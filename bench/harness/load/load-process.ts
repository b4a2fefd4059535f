import type { Fleet, TenantAccess } from '../world.js';
import type { Batching } from './batches.js';
import { type LoadResult, type Target, drive } from './drive.js';
import { PreparedRequests } from './prepared-requests.js';
import { Workload } from './workload.js';

/** Commands to the load generator, one after the other; each has one response. */
export type LoadCommand =
  | {
      readonly do: 'startOver';
      readonly tenants: readonly TenantAccess[];
      readonly fleet: Fleet;
      readonly senders?: readonly number[];
    }
  | { readonly do: 'prepare'; readonly events: number; readonly batching?: Batching }
  | { readonly do: 'drive'; readonly target: Target };

export type LoadReply =
  | { readonly ok: true; readonly result: LoadResult | null; readonly bodyBytes: number }
  | { readonly ok: false; readonly error: string };

/** The load generator is a separate process, so that it is scheduled like any client. */
let tenants: readonly TenantAccess[] = [];
let workload: Workload | null = null;
let requests: PreparedRequests | null = null;

async function execute(command: LoadCommand): Promise<LoadResult | null> {
  switch (command.do) {
    case 'startOver':
      tenants = command.tenants;
      workload = new Workload(command.fleet, command.senders);
      return null;
    case 'prepare':
      requests = null;
      if (workload === null) throw new Error('nobody sends');
      requests = PreparedRequests.make(command.events, workload, tenants, command.batching);
      return null;
    case 'drive':
      if (requests === null) throw new Error('nothing is prepared');
      return drive(requests, command.target);
  }
}

function answer(message: LoadReply): void {
  process.send?.(message);
}

process.on('message', (command: LoadCommand) => {
  execute(command).then(
    (result) => answer({ ok: true, result, bodyBytes: requests?.bodyBytes ?? 0 }),
    (error: unknown) => answer({ ok: false, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
