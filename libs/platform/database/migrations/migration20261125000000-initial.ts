import { Migration } from '@mikro-orm/migrations';
import { CATALOG } from './initial/catalog.js';
import { CHANGES } from './initial/changes.js';
import { DIRECTORY } from './initial/directory.js';
import { NEEDS } from './initial/needs.js';
import { OFFERS } from './initial/offers.js';
import { OPERATIONS } from './initial/operations.js';
import { RECORDING } from './initial/recording.js';
import { SIGNAL_PARTITIONS } from './initial/signal-partitions.js';
import { SIGNALS } from './initial/signals.js';
import { TENANCY } from './initial/tenancy.js';
import { USERS } from './initial/users.js';
import { UUIDS } from './initial/uuids.js';

/** The schema of the first release: each part holds the tables of one library. */
export class Migration20261125000000Initial extends Migration {
  override up(): void {
    for (const part of [
      UUIDS,
      TENANCY,
      USERS,
      CATALOG,
      DIRECTORY,
      SIGNALS,
      SIGNAL_PARTITIONS,
      NEEDS,
      OFFERS,
      RECORDING,
      OPERATIONS,
      CHANGES,
    ])
      this.addSql(part);
  }
}
