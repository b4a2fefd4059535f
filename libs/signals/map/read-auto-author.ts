import type { TenantTransaction } from '#platform/database';
import type { AutoAuthorSettings } from './signal-map-changes.js';
import { SignalMapSettings } from './signal-map.entity.js';

/** The settings of a tenant that has never saved a map. */
export const AUTO_AUTHOR_OFF: AutoAuthorSettings = { autoAuthor: false, autoAuthorThreshold: 3 };

export async function readAutoAuthor(tx: TenantTransaction): Promise<AutoAuthorSettings> {
  const settings = await tx.findOne(SignalMapSettings, {}, { fields: ['autoAuthor', 'autoAuthorThreshold'] });
  return settings ?? AUTO_AUTHOR_OFF;
}
