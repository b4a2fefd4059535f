import { finished } from 'node:stream/promises';
import type { StreamableFile } from '@nestjs/common';
import type { RequestScope } from '../database/index.js';
import type { FairSemaphore } from '../fairness/index.js';

/**
 * A file that holds a place of the tenant until it is sent, or its client has disconnected.
 * @throws TooManyRequests
 */
export function sentInTurn(
  semaphore: FairSemaphore,
  { tenant, call }: RequestScope,
  make: () => Promise<StreamableFile>,
): Promise<StreamableFile> {
  return new Promise((resolve, reject) => {
    const send = async (): Promise<void> => {
      const file = await make();
      resolve(file);
      await finished(file.getStream()).catch(() => {});
    };
    semaphore.run(tenant.tenantId, send, call?.waitBudget).catch(reject);
  });
}
