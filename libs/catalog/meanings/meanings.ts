import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, afterCommit } from '#platform/database';
import { Readiness } from '#platform/health';
import { messageOf } from '#platform/thrown';
import { isBeingDeleted } from '#tenancy';
import { CatalogChanges } from '../courses/catalog-changes.js';
import { EmbeddingClient } from './embedding-client.js';
import { storeVectors } from './store-vectors.js';
import type { KeyedText } from './text.js';
import { unknownTexts } from './unknown-texts.js';

/** Limit of texts in one request. */
const TEXTS_PER_CALL = 64;
/** Calls for a tenant before the others that wait have their turns. */
const CALLS_PER_TURN = 8;
/** Limits of waiting topics. Further topics are requested at the next change of their library. */
const MAX_WAITING = { ofTenant: 2_000, inAll: 20_000 } as const;

/** The pending texts of a tenant. */
interface Wanted {
  readonly topics: Set<string>;
  /** Whether the titles of its courses are pending too. */
  titles: boolean;
}

/**
 * Requests in the background which topics are near in meaning to the titles of a tenant's courses. No request waits for
 * it, and it holds no transaction. Its results are a change of what topics are matched with. Without `AI_BASE_URL` it
 * does nothing.
 */
@Injectable()
export class Meanings implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(Meanings.name);
  private readonly client: EmbeddingClient | null;
  private readonly model: string;
  /** Tenants whose titles are known or requested: at first, and again with each change of their library. */
  private readonly titled = new Set<string>();
  private readonly waiting = new Map<string, Wanted>();
  private waitingTopics = 0;
  /** A topic of each tenant that found no place at last: the next request of its topics begins there. */
  private readonly omitted = new Map<string, string>();
  private working: Promise<void> | null = null;
  private readonly stopping = new AbortController();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly changes: CatalogChanges,
    private readonly readiness: Readiness,
  ) {
    this.client = config.embeddings === null ? null : new EmbeddingClient(config.embeddings);
    this.model = config.embeddings?.model ?? '';
  }

  onModuleInit(): void {
    const { client } = this;
    if (client === null) return;
    this.readiness.addOptional('embeddings', () => client.problem);
    this.changes.subscribe((tx) => {
      const { tenantId } = tx;
      afterCommit(tx, () => {
        this.titled.delete(tenantId);
        this.want(tenantId, []);
      });
      return Promise.resolve();
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  /** Requests the meanings of topics that match no course of the tenant by words. */
  want(tenantId: string, topics: readonly string[]): void {
    if (this.client === null || this.stopping.signal.aborted) return;
    if (topics.length === 0 && this.titled.has(tenantId)) return;
    const wanted = this.waiting.get(tenantId) ?? { topics: new Set(), titles: false };
    this.waiting.set(tenantId, wanted);
    wanted.titles ||= !this.titled.has(tenantId);
    this.titled.add(tenantId);
    const first = Math.max(0, topics.indexOf(this.omitted.get(tenantId) ?? ''));
    for (const topic of [...topics.slice(first), ...topics.slice(0, first)]) {
      if (wanted.topics.has(topic)) continue;
      if (this.waitingTopics >= MAX_WAITING.inAll || wanted.topics.size >= MAX_WAITING.ofTenant) {
        this.omitted.set(tenantId, topic);
        break;
      }
      wanted.topics.add(topic);
      this.waitingTopics++;
    }
    this.working ??= this.work(this.client).finally(() => {
      this.working = null;
    });
  }

  private async work(client: EmbeddingClient): Promise<void> {
    const { signal } = this.stopping;
    for (let next = this.takeNext(); next !== null && !signal.aborted; next = this.takeNext()) {
      const [tenantId, wanted] = next;
      const result = await this.takeTurn(client, tenantId, wanted).catch((error: unknown) => {
        this.log.debug(`meanings are looked up again later: ${messageOf(error)}`);
        return 'failed' as const;
      });
      if (result === 'done' || signal.aborted) continue;
      this.putBack(tenantId, wanted);
      if (result === 'failed')
        await sleep(Math.max(1_000, client.pauseMs), undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** @returns `more` or `failed` if some texts are still pending */
  private async takeTurn(
    client: EmbeddingClient,
    tenantId: string,
    { topics, titles }: Wanted,
  ): Promise<'done' | 'more' | 'failed'> {
    const unknown = await this.database.asTenant(tenantId, (tx) =>
      unknownTexts(tx, this.model, [...topics], { titles }),
    );
    const inTurn = unknown.slice(0, CALLS_PER_TURN * TEXTS_PER_CALL);
    for (let start = 0; start < inTurn.length; start += TEXTS_PER_CALL) {
      const texts = inTurn.slice(start, start + TEXTS_PER_CALL);
      const vectors = await client.embed(
        texts.map(({ text }) => text),
        this.stopping.signal,
      );
      if (vectors === null) return 'failed';
      await this.keep(tenantId, texts, vectors);
    }
    return inTurn.length < unknown.length ? 'more' : 'done';
  }

  private async keep(tenantId: string, texts: readonly KeyedText[], vectors: readonly Float32Array[]): Promise<void> {
    const known = texts.flatMap((text, index) =>
      vectors[index] === undefined ? [] : [{ ...text, vector: vectors[index] }],
    );
    await this.database.asTenant(tenantId, async (tx) => {
      if (await isBeingDeleted(tx)) return;
      if ((await storeVectors(tx, this.model, known)) > 0) await this.changes.publish(tx);
    });
  }

  private takeNext(): [tenantId: string, wanted: Wanted] | null {
    const [next] = this.waiting;
    if (next === undefined) return null;
    this.waiting.delete(next[0]);
    this.waitingTopics -= next[1].topics.size;
    return next;
  }

  /** Moves the tenant behind the others. */
  private putBack(tenantId: string, { topics, titles }: Wanted): void {
    const since = this.waiting.get(tenantId);
    this.waiting.delete(tenantId);
    const all = new Set([...topics, ...(since?.topics ?? [])]);
    this.waitingTopics += all.size - (since?.topics.size ?? 0);
    this.waiting.set(tenantId, { topics: all, titles: titles || (since?.titles ?? false) });
  }
}
