import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TopicMatching, shownScore } from '#catalog';
import { Worker, findWorkers, siteIdNamed } from '#directory';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { type FieldError, Invalid } from '#platform/errors';
import { JsonSyntaxError } from '#platform/json';
import { type DataPoint, SignalMaps, keyPoint } from '#signals';
import { MAX_EVENT_BYTES, isArray } from '../body/body-kind.js';
import { type DecodedEvent, NotAnObject, decodeEvent } from '../event/decode-event.js';
import type { CheckedAudience, CheckedCourse, CheckedSignal } from './check.dto.js';

const DEFAULTED = ['action', 'topic', 'category', 'severity'] as const satisfies ReadonlyArray<keyof DataPoint>;

/** Reads an event as the webhook does, with the current signal map, directory and library, and records nothing. */
@Injectable()
export class CheckSignal {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly maps: SignalMaps,
    private readonly matching: TopicMatching,
  ) {}

  /** @throws Invalid for a batch, which the webhook answers event by event */
  async check(raw: string): Promise<CheckedSignal> {
    const bytes = Buffer.from(raw);
    if (isArray(bytes))
      throw new Invalid([{ field: 'raw', message: 'must be one event: check those of a batch one by one' }]);
    if (bytes.length > MAX_EVENT_BYTES)
      return refused(413, [{ field: 'body', message: `must have at most ${MAX_EVENT_BYTES} bytes` }]);
    const decoded = decodedOrNot(bytes);
    if (typeof decoded === 'string') return refused(400, [{ field: 'body', message: decoded }]);
    if (!decoded.ok) return refused(422, decoded.errors);
    const { point: sent, warnings = [] } = decoded.received;
    const { point, dedupeKey } = keyPoint(sent, this.maps.of(this.scope.tenant.tenantId));
    const { action, type, topic, category, severity, worker, site } = point;
    const defaulted = DEFAULTED.filter((field) => sent[field] === null && point[field] !== null);
    const { audience, match } = await this.database.inTenant(async (tx) => ({
      audience: await audienceOf(tx, sent),
      match: topic === null ? null : await this.match(tx, topic, category),
    }));
    return {
      valid: true,
      status: 200,
      errors: [],
      warnings: [...warnings],
      event: { action, type, topic, category, severity, ...worker, site, defaulted },
      dedupeKey,
      audience,
      match,
    };
  }

  private async match(tx: TenantTransaction, topic: string, category: string | null): Promise<CheckedCourse | null> {
    const { recommended } = (await this.matching.matcherOf(tx)).match(topic, category);
    if (recommended === null) return null;
    const { courseId, title, score, evidence } = recommended;
    return {
      courseId: ids.show('crs', courseId),
      title,
      score: shownScore(score),
      evidence: [...evidence],
    };
  }
}

/** The rule that the body breaks, if it is no JSON object. */
function decodedOrNot(bytes: Buffer): DecodedEvent | string {
  try {
    return decodeEvent(bytes);
  } catch (error) {
    if (error instanceof NotAnObject) return 'must be a JSON object';
    if (error instanceof JsonSyntaxError) return 'must be JSON';
    throw error;
  }
}

function refused(status: number, errors: readonly FieldError[]): CheckedSignal {
  return {
    valid: false,
    status,
    errors: [...errors],
    warnings: [],
    event: null,
    dedupeKey: null,
    audience: null,
    match: null,
  };
}

async function audienceOf(tx: TenantTransaction, { worker, site }: DataPoint): Promise<CheckedAudience> {
  if (Object.values(worker).some((key) => key !== null)) {
    const [id = null] = await findWorkers(tx, [worker]);
    return {
      kind: 'worker',
      workerId: id === null ? null : ids.show('wrk', id),
      site: null,
      known: id !== null,
      people: id === null ? 0 : await tx.count(Worker, { id, active: true }),
    };
  }
  const [place] = await tx.execute<Array<{ name: string; people: number }>>(sql`
    select name, (select count(*)::integer from worker where worker.tenant_id = site.tenant_id
        and worker.site_id = site.id and worker.active) as people
    from site where tenant_id = ${tx.tenantId} and id = ${siteIdNamed(tx.tenantId, site ?? '')}`);
  return {
    kind: 'cohort',
    workerId: null,
    site: place?.name ?? site,
    known: place !== undefined,
    people: place?.people ?? 0,
  };
}
