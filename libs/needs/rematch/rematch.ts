import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Meanings, type TopicMatcher, TopicMatching } from '#catalog';
import { Database, type TenantTransaction, RequestScope } from '#platform/database';
import { JobSender } from '#platform/queue';
import { inSpan, noteInTrace } from '#platform/telemetry';
import { ResolveNeeds } from '#signals';
import { pauseResolution } from '../resolution-lock.js';
import { FIRST, type GivenAnswer, givenAnswers, retryFailed, takeBack } from './given-answers.js';
import { outdatedAnswers } from './outdated-answers.js';

/** Needs that one transaction puts back: recording waits for no more than these. */
const TAKEN_BACK_AT_ONCE = 5_000;

interface Task {
  /** The library's version, read before all else: a later change has the tenant's needs matched once more. */
  readonly version: string;
  readonly matcher: TopicMatcher;
  readonly given: readonly GivenAnswer[];
}

/**
 * Matches the undecided needs of a tenant again whose library has changed, each topic once, and puts back among the
 * unresolved those alone whose answer is another now. No lock is held meanwhile; a need that is put back in vain only
 * gets the same answer again.
 *
 * First it waits for the resolutions on their way: once the lock is had, nothing that was matched with the library of
 * before is still to be stored. Not in the change itself, which would make a person wait, and which holds a course or a
 * synonym that an offer may want while it holds needs that a resolution wants.
 */
@Injectable()
export class Rematch {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly matching: TopicMatching,
    private readonly meanings: Meanings,
    private readonly jobs: JobSender,
  ) {}

  /** Does so for the tenant in scope, where it is due. */
  async run(): Promise<void> {
    await this.database.inTenant(pauseResolution);
    const task = await this.database.inTenant((tx) => this.read(tx));
    if (task === null) return;
    const outdated = await inSpan('match topics again', () => outdatedAnswers(task.given, task.matcher));
    noteInTrace({
      'tenant.id': this.scope.tenant.tenantId,
      'answers.given': task.given.length,
      'answers.outdated': outdated.length,
      'needs.outdated': outdated.reduce((sum, { needs }) => sum + needs, 0),
    });
    let after: string | null = outdated.length > 0 ? FIRST : null;
    while (after !== null) after = await this.takeBackAfter(outdated, after);
    await this.database.inTenant((tx) => finish(tx, task.version));
    this.meanings.want(
      this.scope.tenant.tenantId,
      task.given.flatMap(({ topic, recommendation }) => (recommendation === 'author_one' ? [topic] : [])),
    );
    await this.jobs.send(ResolveNeeds, [{ tenantId: this.scope.tenant.tenantId }]);
  }

  private takeBackAfter(outdated: readonly GivenAnswer[], after: string): Promise<string | null> {
    return this.database.inTenant((tx) => takeBack(tx, outdated, after, TAKEN_BACK_AT_ONCE));
  }

  private async read(tx: TenantTransaction): Promise<Task | null> {
    const [due] = await tx.execute<Array<{ version: string }>>(
      sql`select version::text from catalog_version where tenant_id = ${tx.tenantId}
          and version > coalesce((select version from matched_library where tenant_id = ${tx.tenantId}), 0)`,
    );
    return due === undefined
      ? null
      : {
          version: due.version,
          matcher: await this.matching.matcherOf(tx),
          given: await givenAnswers(tx),
        };
  }
}

async function finish(tx: TenantTransaction, version: string): Promise<void> {
  await retryFailed(tx);
  await tx.execute(
    sql`insert into matched_library as known (tenant_id, version) values (${tx.tenantId}, ${version})
        on conflict (tenant_id) do update set version = greatest(known.version, excluded.version)`,
  );
}
