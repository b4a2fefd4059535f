import { Injectable, Logger } from '@nestjs/common';
import { DatabaseUnavailable, ValuesRefused } from '#platform/database';
import type { FieldError } from '#platform/errors';
import { JsonRuleError, JsonSyntaxError } from '#platform/json';
import { noteInTrace } from '#platform/telemetry';
import { QueueFull, SignalRecorder } from '#signals';
import { messageOf } from '#platform/thrown';
import type { TenantKeys } from '#tenancy';
import { TooManyEvents, parseBatch } from './event/parse-batch.js';
import { type DecodedEvent, decodeEvent } from './event/decode-event.js';
import { RefusedEvents } from './refused/refused-events.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';
import { batchResults, countEvents } from './webhook.results.js';
import {
  type WebhookResponse,
  INVALID_JSON,
  TOO_LARGE,
  batchBody,
  invalidEvent,
  rateLimited,
  recordedBody,
  unavailable,
} from './webhook.responses.js';
import { countAccepted } from './webhook.metrics.js';

/** The content of a signed body: one event, or a batch as a JSON array or as lines. */
export type BodyFormat = 'event' | 'array' | 'ndjson';

/**
 * Handles a signed body: applies the rate limit, parses, records, and returns the response. Nothing after the commit
 * can fail the request.
 */
@Injectable()
export class WebhookService {
  private readonly log = new Logger(WebhookService.name);

  constructor(
    private readonly recorder: SignalRecorder,
    private readonly limiter: RateLimiter,
    private readonly refused: RefusedEvents,
  ) {}

  async receive(tenant: TenantKeys, body: Buffer, format: BodyFormat): Promise<WebhookResponse> {
    try {
      return format === 'event' ? await this.event(tenant, body) : await this.batch(tenant, body, format);
    } catch (error) {
      const errors = errorsOf(error);
      if (errors !== null) this.refused.invalid(tenant.tenantId, codeOf(error), errors, body);
      return this.responseTo(error);
    }
  }

  private async event(tenant: TenantKeys, body: Buffer): Promise<WebhookResponse> {
    const rateLimit = await this.limiter.take(tenant.tenantId, tenant.rateLimit, 1);
    if (!rateLimit.allowed) return rateLimited(rateLimit);
    const event = decodeEvent(body);
    if (!event.ok) {
      this.refused.invalid(tenant.tenantId, 'invalid_event', event.errors, event.bytes);
      return { ...invalidEvent(event.errors), rateLimit };
    }
    const recorded = await this.recorder.record(tenant, event.received);
    countAccepted(tenant.slug, recorded.outcome);
    noteInTrace({ 'tenant.id': tenant.tenantId, outcome: recorded.outcome });
    return { status: 200, body: recordedBody(recorded, event.received.warnings), rateLimit };
  }

  private async batch(tenant: TenantKeys, body: Buffer, format: 'array' | 'ndjson'): Promise<WebhookResponse> {
    const refusal = this.limiter.refusal(tenant.tenantId, tenant.rateLimit);
    if (refusal !== null) return rateLimited(refusal);
    const events = await this.parse(tenant, body, format);
    const rateLimit = await this.limiter.take(tenant.tenantId, tenant.rateLimit, Math.max(events.length, 1));
    if (!rateLimit.allowed) return rateLimited(rateLimit);
    const recorded = await this.recorder.recordSet(
      tenant,
      events.flatMap((event) => (event.ok ? event.received : [])),
    );
    for (const event of events)
      if (!event.ok) this.refused.invalid(tenant.tenantId, 'invalid_event', event.errors, event.bytes);
    const results = batchResults(events, recorded);
    countEvents(tenant.slug, results);
    noteInTrace({ 'tenant.id': tenant.tenantId, events: events.length });
    return { status: 200, body: batchBody(results.map((result) => result.body)), rateLimit };
  }

  /** Parsing a batch is work: one that is refused as a whole counts as one event. */
  private async parse(tenant: TenantKeys, body: Buffer, format: 'array' | 'ndjson'): Promise<DecodedEvent[]> {
    try {
      return await parseBatch(body, format);
    } catch (error) {
      await this.limiter.take(tenant.tenantId, tenant.rateLimit, 1);
      throw error;
    }
  }

  private responseTo(error: unknown): WebhookResponse {
    if (error instanceof JsonSyntaxError) return INVALID_JSON;
    if (error instanceof TooManyEvents) return TOO_LARGE;
    const errors = errorsOf(error);
    if (errors !== null) return invalidEvent(errors);
    if (!(error instanceof DatabaseUnavailable || error instanceof QueueFull))
      this.log.error({ err: error }, 'a signed data point could not be recorded');
    return unavailable(messageOf(error));
  }
}

/** What is wrong with a signed body; null: the error is not about the body. */
function errorsOf(error: unknown): FieldError[] | null {
  if (error instanceof JsonSyntaxError) return [{ field: 'body', message: 'must be JSON' }];
  if (error instanceof JsonRuleError) return [{ field: error.field, message: error.rule }];
  if (error instanceof ValuesRefused) return [{ field: 'body', message: `cannot be stored: ${error.message}` }];
  return null;
}

function codeOf(error: unknown): 'invalid_json' | 'invalid_event' {
  return error instanceof JsonSyntaxError ? 'invalid_json' : 'invalid_event';
}
