import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DirectoryChange, DirectoryChanges } from '#directory';
import { type Transaction, afterCommit } from '#platform/database';
import { Replays, Wakeups } from '#signals';
import { ABOUT_EXPIRY } from '../credentials/credential-terms.js';
import { pauseResolution } from './resolution-lock.js';
import { TRIED_AGAIN } from './set-aside.js';

/** An import tells of a hundred thousand: statements with so many ids in them would take tens of megabytes of memory each. */
const WORKERS_AT_ONCE = 2_000;

/**
 * Puts needs back among the unresolved when what they were resolved by has changed: a worker who was unknown is there, or holds a
 * credential that may answer them, a site's people are others. In the transaction of the change, so that none is forgotten. One whose resolution failed is tried again
 * at once: what has changed may be what was wrong. A change of the library concerns few needs of many, see `rematch/`.
 */
@Injectable()
export class Unresolve implements OnModuleInit {
  constructor(
    private readonly directory: DirectoryChanges,
    private readonly replays: Replays,
    private readonly wakeups: Wakeups,
  ) {}

  onModuleInit(): void {
    this.directory.subscribe((tx, change) => this.afterDirectoryChange(tx, change));
    this.replays.subscribe((tx, tenantId, needId) => this.afterReplay(tx, tenantId, needId));
  }

  private async afterDirectoryChange(tx: Transaction, { tenantId, workerIds, siteKeys }: DirectoryChange): Promise<void> {
    await tx.flush();
    await pauseResolution(tx, tenantId);
    for (let start = 0; start < workerIds.length; start += WORKERS_AT_ONCE) {
      const some = JSON.stringify(workerIds.slice(start, start + WORKERS_AT_ONCE));
      await tx.execute(OF_WORKERS, [some, tenantId, tenantId]);
      await tx.execute(MOVED, [tenantId, some, tenantId]);
      await tx.execute(COMPLETIONS, [some, tenantId, tenantId]);
      await tx.execute(RENEWED, [tenantId, some, tenantId, tenantId]);
    }
    if (siteKeys.length > 0) await tx.execute(OF_SITES, [tenantId, JSON.stringify(siteKeys)]);
    afterCommit(tx, () => this.wakeups.wake([tenantId]));
  }

  /** Who replays a signal wants its need resolved: one that could not be is tried again, whatever else the signal says. */
  private async afterReplay(tx: Transaction, tenantId: string, needId: string): Promise<void> {
    await tx.execute(`update need set ${TRIED_AGAIN} where tenant_id = ? and id = ? and resolution_error is not null and closed_at is null`, [tenantId, needId]);
    afterCommit(tx, () => this.wakeups.wake([tenantId]));
  }
}

/** No later than now: `least` passes over a null. */
const NOW = 'unresolved_since = least(unresolved_since, now())';

/** Needs whose worker was unknown and is one of these now, and those that could not be resolved and are for one of these. */
const OF_WORKERS = `
  with known as (
    select worker.* from jsonb_array_elements_text(?::jsonb) as given (id) join worker on worker.tenant_id = ? and worker.id = given.id::uuid
  ), concerned as (
    select need.id from known join need on need.tenant_id = known.tenant_id and need.external_worker_id = known.external_worker_id
      where need.closed_at is null and need.resolved_at is not null and need.worker_id is null
    union
    select need.id from known join need on need.tenant_id = known.tenant_id and need.email = known.email
      where need.closed_at is null and need.resolved_at is not null and need.worker_id is null
    union
    select need.id from known join need on need.tenant_id = known.tenant_id and need.learner_id = known.learner_id
      where need.closed_at is null and need.resolved_at is not null and need.worker_id is null
    union
    select need.id from known join need on need.tenant_id = known.tenant_id
      and (need.external_worker_id = known.external_worker_id or need.email = known.email or need.learner_id = known.learner_id)
      where need.closed_at is null and need.resolution_error is not null
  )
  update need set ${NOW}
  from concerned where need.tenant_id = ? and need.id = concerned.id`;

/** The needs of these workers, closed ones too, follow them to their site. */
const MOVED = `
  with known as (
    select worker.id, worker.site_id from worker where tenant_id = ? and id in (select jsonb_array_elements_text(?::jsonb)::uuid)
  )
  update need set worker_site_id = known.site_id
  from known where need.tenant_id = ? and need.worker_id = known.id and need.worker_site_id is distinct from known.site_id`;

/** Completions whose worker was unknown and is one of these now. */
const COMPLETIONS = `
  with known as (
    select worker.* from jsonb_array_elements_text(?::jsonb) as given (id) join worker on worker.tenant_id = ? and worker.id = given.id::uuid
  ), concerned as (
    select told.id from known join completion_signal told on told.tenant_id = known.tenant_id and told.external_worker_id = known.external_worker_id where told.status = 'unknown_worker'
    union
    select told.id from known join completion_signal told on told.tenant_id = known.tenant_id and told.email = known.email where told.status = 'unknown_worker'
    union
    select told.id from known join completion_signal told on told.tenant_id = known.tenant_id and told.learner_id = known.learner_id where told.status = 'unknown_worker'
  )
  update completion_signal set status = 'waiting' from concerned where completion_signal.tenant_id = ? and completion_signal.id = concerned.id`;

/** Needs about something that expires, of workers whose credentials this very transaction wrote. Locked in the order in which recording locks them. */
const RENEWED = `
  with renewed as materialized (
    select distinct worker_id from credential
    where tenant_id = ? and worker_id = any (array(select jsonb_array_elements_text(?::jsonb)::uuid)) and superseded_at is null and updated_at >= now()
  ), locked as materialized (
    select need.id from renewed join need on need.tenant_id = ? and need.worker_id = renewed.worker_id and need.closed_at is null and ${ABOUT_EXPIRY}
    order by need.dedupe_key collate "C" for update of need
  )
  update need set ${NOW}
  from locked where need.tenant_id = ? and need.id = locked.id`;

const OF_SITES = `
  update need set ${NOW}
  where tenant_id = ? and closed_at is null and audience_kind = 'cohort'
    and site_key = any (select jsonb_array_elements_text(?::jsonb))`;
