import { Injectable, type StreamableFile } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { FilesInTurn, type PdfWriter, type ReaderWait, pdfDownload, retryRead } from '#platform/export';
import { Tenant } from '#tenancy';
import { readPolicy } from '../../policy/read-policy.js';
import { Calendar } from '../../rule/calendar.js';
import type { EvidenceQuery } from './evidence.query.js';
import { isAboutMore, readSubject } from './evidence-subject.js';
import { type PersonEvidence, readPeople } from './read-people.js';
import { type EvidenceHead, evidenceTitle, writeHead, writePerson } from './write-evidence.js';

/** A document about more people takes seconds of processor time, and waits only for others that do. */
const FEW_PEOPLE = 50;

/** A document takes up to a hundred megabytes if it needs all fonts. */
const SHORT_ONES = {
  what: 'documents of evidence',
  total: 4,
  perKey: 2,
  reserved: 2,
  waitingPerKey: 16,
  waitMs: 10_000,
} as const;
/**
 * They share the processor: with more of them at once, each would keep its place for longer, and those that wait for a
 * place would wait for longer.
 */
const LONG_ONES = {
  what: 'long documents of evidence',
  total: 2,
  perKey: 1,
  waitingPerKey: 4,
  waitMs: 30_000,
} as const;

/**
 * People that are read together: a document holds one set in memory. The first set is of the same state as the head;
 * each other one is read in a transaction of its own, so that a slow reader holds no connection.
 */
const SET = 100;

/** Documents for auditors: who is ready, with the record of everything that says so. */
@Injectable()
export class Evidence {
  private readonly short = new FilesInTurn(SHORT_ONES);
  private readonly long = new FilesInTurn(LONG_ONES);

  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
    private readonly scope: RequestScope,
  ) {}

  /**
   * The document about a person or a site, at the instant of the call. It holds its place until it is sent.
   * @throws NotFound
   * @throws Invalid
   * @throws TooManyRequests
   */
  async pdf(query: EvidenceQuery): Promise<StreamableFile> {
    const isLong = await this.database.inSnapshot((tx) => isAboutMore(tx, query, FEW_PEOPLE));
    const make = (wait: ReaderWait): Promise<StreamableFile> => this.document(query, wait);
    if (!isLong) return this.short.send(this.scope, make);
    const { call } = this.scope;
    return this.long.send(this.scope, make, call && { leftMs: LONG_ONES.waitMs, isGone: call.waitBudget.isGone });
  }

  private async document(query: EvidenceQuery, wait: ReaderWait): Promise<StreamableFile> {
    const { tenant } = this.scope;
    const { head, first } = await this.database.inSnapshot(async (tx) => {
      const read = await readHead(tx, query, Date.now(), tenant.actor);
      return { head: read, first: await this.people(tx, read, 0) };
    });
    const title = evidenceTitle(head);
    const inScope = (from: number): Promise<PersonEvidence[]> =>
      this.scope.run(tenant, () => retryRead(() => this.database.inSnapshot((tx) => this.people(tx, head, from))));
    return pdfDownload({ name: 'readiness-evidence', title, write: (pdf) => write(pdf, head, first, inScope), wait });
  }

  private async people(tx: TenantTransaction, { subject, at }: EvidenceHead, from: number): Promise<PersonEvidence[]> {
    const workerIds = subject.workerIds.slice(from, from + SET);
    return readPeople(tx, workerIds, at, await this.matching.matcherOf(tx));
  }
}

async function readHead(tx: TenantTransaction, query: EvidenceQuery, at: number, actor: string): Promise<EvidenceHead> {
  const subject = await readSubject(tx, query, at);
  const { timeZone } = await readPolicy(tx);
  const tenant = await tx.findOneOrFail(Tenant, { id: tx.tenantId }, { fields: ['id', 'name'] });
  return { tenant: tenant.name, subject, calendar: Calendar.of(timeZone), at, actor };
}

async function* write(
  pdf: PdfWriter,
  head: EvidenceHead,
  first: readonly PersonEvidence[],
  read: (from: number) => Promise<PersonEvidence[]>,
): AsyncGenerator<void> {
  writeHead(pdf, head);
  for (let from = 0; from < Math.max(1, head.subject.workerIds.length); from += SET) {
    for (const person of from === 0 ? first : await read(from)) {
      yield* writePerson(pdf, person, head);
      yield;
    }
  }
}
