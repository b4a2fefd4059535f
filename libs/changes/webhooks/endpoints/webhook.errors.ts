import { Conflict } from '#platform/errors';

/** 409: the tenant has the maximum number of webhooks. */
export class TooManyWebhooks extends Conflict {
  constructor(limit: number) {
    super('too_many_webhooks', `the tenant has ${limit} webhooks: delete one first`);
  }
}

/** 409: no message is sent to a webhook that is not enabled. */
export class WebhookDisabled extends Conflict {
  constructor() {
    super('webhook_disabled', 'the webhook is disabled: enable it first');
  }
}
