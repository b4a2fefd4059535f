import { LockMode } from '@mikro-orm/core';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import {
  Database,
  RequestScope,
  type TenantTransaction,
  type Transaction,
  ids,
  lockInTenant,
} from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { Outbound, OutboundError } from '#platform/outbound';
import { audit, newSigningSecret } from '#tenancy';
import { deleteLog } from './delete-log.js';
import { failPending } from './fail-pending.js';
import { type WebhookStatus, WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';
import { sealSecret } from './webhook-secret.js';
import type { ChangeWebhookBody, CreateWebhookBody } from './webhook.dto.js';
import { TooManyWebhooks } from './webhook.errors.js';
import { type CreatedWebhookView, type RotatedSecretView, type WebhookView, webhookView } from './webhook.view.js';

const MAX_WEBHOOKS_PER_TENANT = 10;

/** Creates and changes the tenant's webhooks. */
@Injectable()
export class WebhookEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly outbound: Outbound,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Invalid, TooManyWebhooks */
  async create({ url, description = null, eventTypes = null }: CreateWebhookBody): Promise<CreatedWebhookView> {
    await this.demandCallable(url);
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await demandRoom(tx);
      const id = ids.next();
      const secret = newSigningSecret();
      const endpoint = tx.create(WebhookEndpoint, {
        tenantId: tx.tenantId,
        id,
        url,
        description,
        eventTypes,
        status: 'enabled',
        sealed: sealSecret(this.config.secretsKeys, secret, tx.tenantId, id),
      });
      audit(tx, {
        actor,
        action: 'webhook.created',
        subject: { kind: 'webhook', id },
        after: auditedFields(endpoint),
      });
      await tx.flush();
      return { ...webhookView(endpoint), secret };
    });
  }

  /** @throws NotFound, Stale, Invalid */
  async change(id: string, { enabled, ...fields }: ChangeWebhookBody, ifMatch: string | null): Promise<WebhookView> {
    if (fields.url !== undefined) await this.demandCallable(fields.url);
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const endpoint = await lockEndpoint(tx, id, ifMatch);
      const { url: formerUrl } = endpoint;
      const before = auditedFields(endpoint);
      tx.assign(endpoint, { ...givenFields(fields), status: statusAfter(endpoint.status, enabled) });
      const after = auditedFields(endpoint);
      if (enabled === false) await failPending(tx, id, 'disabled');
      if (enabled === true || fields.url !== undefined)
        tx.assign(endpoint, { failingSince: null, failures: 0, pausedUntil: null });
      if (JSON.stringify(after) !== JSON.stringify(before) || endpoint.url !== formerUrl) {
        tx.assign(endpoint, { version: endpoint.version + 1, updatedAt: new Date() });
        audit(tx, {
          actor,
          action: 'webhook.changed',
          subject: { kind: 'webhook', id },
          before,
          after,
        });
      }
      return webhookView(endpoint);
    });
  }

  /**
   * Deletes the webhook and its deliveries, first those that are not pending: if the process ends in between, the
   * webhook has a shorter log, and sends what is pending.
   * @throws NotFound, Stale
   */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor, tenantId } = this.scope.tenant;
    await this.database.inSnapshot((tx) => demandEndpoint(tx, id, ifMatch));
    await deleteLog(this.database, tenantId, id);
    await this.database.inTenant(async (tx) => {
      const endpoint = await lockEndpoint(tx, id, ifMatch);
      audit(tx, {
        actor,
        action: 'webhook.deleted',
        subject: { kind: 'webhook', id },
        before: auditedFields(endpoint),
      });
      tx.remove(endpoint);
    });
  }

  /**
   * Creates a new secret. The previous one also signs for the grace period; an older one no longer does.
   * @throws NotFound
   */
  rotate(id: string, graceSeconds: number, ifMatch: string | null): Promise<RotatedSecretView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const endpoint = await lockEndpoint(tx, id, ifMatch);
      const secret = newSigningSecret();
      const previousExpiresAt = new Date(Date.now() + graceSeconds * 1_000);
      tx.assign(endpoint, {
        sealedBefore: endpoint.sealed,
        beforeEndsAt: previousExpiresAt,
        sealed: sealSecret(this.config.secretsKeys, secret, tx.tenantId, id),
        version: endpoint.version + 1,
        updatedAt: new Date(),
      });
      audit(tx, {
        actor,
        action: 'webhook.secret_rotated',
        subject: { kind: 'webhook', id },
        after: { previousExpiresAt },
      });
      return { secret, previousExpiresAt: previousExpiresAt.toISOString() };
    });
  }

  /** Resolves the address before the transaction, which must not wait for the network. @throws Invalid */
  private async demandCallable(url: string): Promise<void> {
    try {
      await this.outbound.check(url);
    } catch (error) {
      throw error instanceof OutboundError ? new Invalid([{ field: 'url', message: error.message }]) : error;
    }
  }
}

/** Checks the limit of webhooks under a lock, so that concurrent requests cannot exceed it. @throws TooManyWebhooks */
async function demandRoom(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, 'webhooks');
  if ((await tx.count(WebhookEndpoint)) >= MAX_WEBHOOKS_PER_TENANT) throw new TooManyWebhooks(MAX_WEBHOOKS_PER_TENANT);
}

/** @throws NotFound, Stale */
function lockEndpoint(tx: Transaction, id: string, ifMatch: string | null): Promise<WebhookEndpoint> {
  return demandEndpoint(tx, id, ifMatch, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** @throws NotFound, Stale */
async function demandEndpoint(
  tx: Transaction,
  id: string,
  ifMatch: string | null,
  options: { readonly lockMode?: LockMode } = {},
): Promise<WebhookEndpoint> {
  const endpoint = await tx.findOne(WebhookEndpoint, { id }, options);
  if (endpoint === null) throw new NotFound('webhook');
  demandVersion(ifMatch, endpoint.version);
  return endpoint;
}

/** The fields that a body contains. */
function givenFields({
  url,
  description,
  eventTypes,
}: Omit<ChangeWebhookBody, 'enabled'>): Partial<Pick<WebhookEndpoint, 'url' | 'description' | 'eventTypes'>> {
  return {
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description }),
    ...(eventTypes === undefined ? {} : { eventTypes }),
  };
}

function statusAfter(status: WebhookStatus, enabled: boolean | undefined): WebhookStatus {
  if (enabled === undefined) return status;
  return enabled ? 'enabled' : 'disabled';
}

/**
 * The fields of an endpoint that the audit log shows. Of the URL it shows only the host, because the rest may be a
 * secret of the receiver.
 */
function auditedFields({ url, description, eventTypes, status }: WebhookEndpoint): object {
  return { host: URL.parse(url)?.host, description: description ?? null, eventTypes: eventTypes ?? null, status };
}
