import { ids } from '#platform/database';
import type { MappedPoint } from '../map/apply-signal-map.js';
import type { PendingSignal } from './pending-signal.js';

export const TENANT_A = '01890a5d-ac96-774b-bcce-b302099a8057';
export const TENANT_B = '01890a5d-ac96-774b-bcce-b302099a8058';

/** A signal that waits to be written: an incident at Site A, with what a test changes. */
export function pendingSignal(
  dedupeKey: string,
  point: Partial<MappedPoint> = {},
  changed: Partial<PendingSignal> = {},
): PendingSignal {
  return {
    tenantId: TENANT_A,
    signalId: ids.next(),
    dedupeKey,
    point: {
      action: 'trigger',
      type: 'incident',
      worker: { externalWorkerId: null, email: null, learnerId: null },
      site: 'Site A',
      topic: null,
      category: null,
      severity: 2,
      dedupeKey: null,
      ...point,
    },
    raw: `{"key":"${dedupeKey}"}`,
    receivedAt: new Date('2026-07-15T12:00:00Z'),
    content: '',
    warnings: null,
    retentionMonths: 12,
    ...changed,
  };
}

/** The numbers of a statement's parameters, ascending: `[1, 2]` for `$1` and `$2`. */
export function parametersOf({ text }: { readonly text: string }): number[] {
  const numbers = [...text.replaceAll(/--.*$/gm, '').matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
