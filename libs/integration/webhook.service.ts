import { Injectable, Logger } from '@nestjs/common';
import { DatabaseUnavailable, ValuesRefused, ids } from '#platform/database';
import { QueueFull, SignalRecorder } from '#signals';
import { parseEvent } from './event/parse-event.js';
import { JsonRuleError, JsonSyntaxError, parseStrictJson } from './event/strict-json.js';
import { type Answer, INVALID_JSON, JOINED, UNAVAILABLE, created, invalidEvent } from './webhook.answers.js';

/** What happens to a signed body: parse, record, answer. Nothing after the commit can fail the request. */
@Injectable()
export class WebhookService {
  private readonly log = new Logger(WebhookService.name);

  constructor(private readonly recorder: SignalRecorder) {}

  async receive(tenantId: string, body: Buffer): Promise<Answer> {
    try {
      const { value, text } = parseStrictJson(body);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return INVALID_JSON;
      const event = parseEvent({ ...value });
      if (!event.ok) return invalidEvent(event.errors);
      const { signalId, deduped } = await this.recorder.record(tenantId, event.point, text);
      return deduped ? JOINED : created(ids.show('sig', signalId));
    } catch (error) {
      return this.answerTo(error);
    }
  }

  private answerTo(error: unknown): Answer {
    if (error instanceof JsonSyntaxError) return INVALID_JSON;
    if (error instanceof JsonRuleError) return invalidEvent([{ field: error.field, message: error.rule }]);
    if (error instanceof ValuesRefused) return invalidEvent([{ field: 'body', message: `cannot be stored: ${error.message}` }]);
    if (!(error instanceof DatabaseUnavailable || error instanceof QueueFull)) this.log.error({ err: error }, 'a signed data point could not be recorded');
    return UNAVAILABLE;
  }
}
