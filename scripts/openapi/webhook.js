// Fastify serves the webhook ahead of Nest, so it has no metadata: this is the contract's "Webhook", written by hand.
import { RETRY_AFTER } from './problems.js';
import { TAGS } from './tags.js';

const json = (schema, examples) => ({
  'application/json': { schema, ...(examples === undefined ? {} : { examples }) },
});
const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const text = (maxLength, description) => ({ type: 'string', maxLength, description });
const header = (name, description) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

const failure = (description, example, headers) => ({
  description,
  content: json(ref('WebhookError'), { answer: { value: example } }),
  ...(headers === undefined ? {} : { headers }),
});

const RATE_LIMIT = {
  'RateLimit-Policy': {
    description:
      'The rate limit of the tenant: events (`q`) in a window of seconds (`w`). draft-ietf-httpapi-ratelimit-headers.',
    schema: { type: 'string' },
  },
  RateLimit: {
    description: 'The remaining events (`r`), and the seconds until the limit is restored (`t`).',
    schema: { type: 'string' },
  },
};

export const WEBHOOK_PATHS = {
  '/engine/v1/integration/{tenant}/webhook': {
    post: {
      operationId: 'receiveSignal',
      tags: [TAGS.integration.name],
      summary: 'Receives a data point',
      description:
        'The response is sent once the signal is durable. Repeating a request is safe: an open data point with the same dedupe key never creates a second need. ' +
        'One event has at most 256 KiB; a batch, as a JSON array or as NDJSON, at most 5,000 events and 8 MiB, under one signature.',
      security: [],
      parameters: [
        { name: 'tenant', in: 'path', required: true, description: 'Slug of the tenant.', schema: { type: 'string' } },
        header(
          'x-edifyd-signature',
          'HMAC-SHA256 of the raw body in lower-case hex, keyed by the signing secret as it stands. Required, unless the headers of Standard Webhooks are sent.',
        ),
        header('webhook-id', 'Standard Webhooks: the id of the message.'),
        header('webhook-timestamp', "Standard Webhooks: seconds since the epoch, within 300 s of the server's time."),
        header(
          'webhook-signature',
          'Standard Webhooks: `v1,` and base64 of the HMAC-SHA256 of `id.timestamp.body`, keyed by the decoded secret; several separated by spaces.',
        ),
      ],
      requestBody: {
        required: true,
        content: {
          ...json(
            { oneOf: [ref('SignalEvent'), { type: 'array', maxItems: 5_000, items: ref('SignalEvent') }] },
            {
              worker: {
                summary: 'An expiring licence of one worker',
                value: {
                  event: 'signal.credential_expiring',
                  data: { email: 'sam@example.com', topic: 'Forklift Operation', severity: 3 },
                },
              },
              site: {
                summary: 'An incident that concerns everybody at a site',
                value: {
                  event: 'signal.incident',
                  data: { site: 'North Yard', topic: 'Manual Handling', severity: 4 },
                },
              },
              resolve: {
                summary: 'The condition is over',
                value: { event: 'signal.incident', data: { action: 'resolve', dedupe_key: 'INC-311' } },
              },
            },
          ),
          'application/x-ndjson': { schema: { type: 'string', description: 'One event per line, at most 5,000.' } },
        },
      },
      responses: {
        200: {
          description: 'Recorded.',
          headers: RATE_LIMIT,
          content: json(
            { oneOf: [ref('SignalResult'), ref('BatchResult')] },
            {
              created: {
                summary: 'A need was created',
                value: { ok: true, applied: true, signalId: 'sig_01kb0d3w9qe4vbr5yq6f1c8x2t', deduped: false },
              },
              joined: { summary: 'It joined an open need', value: { ok: true, applied: true, deduped: true } },
              warned: {
                summary: 'A field name looks like a slip',
                value: {
                  ok: true,
                  applied: true,
                  deduped: true,
                  warnings: [{ field: 'data.topik', message: 'is not a known field: did you mean "topic"?' }],
                },
              },
              resolved: { summary: 'The open need was closed', value: { ok: true, applied: true, resolved: true } },
              nothingOpen: { summary: 'No need was open to close', value: { ok: true, applied: false } },
              batch: {
                summary: 'One result for each event of a batch',
                value: {
                  ok: true,
                  results: [
                    { ok: true, applied: true, deduped: true },
                    { error: 'invalid_event', details: [{ field: 'data', message: 'is required' }] },
                  ],
                },
              },
            },
          ),
        },
        400: failure('Signed, but neither a JSON object nor an array.', { error: 'invalid_json' }),
        401: failure('No signature, a malformed, wrong or outdated one, or an unknown or suspended tenant.', {
          error: 'bad_signature',
        }),
        408: failure('The body arrived at less than 8 KiB per second: nothing was recorded.', {
          error: 'request_timeout',
        }),
        413: failure('An event of more than 256 KiB, or a batch of more than 8 MiB or 5,000 events.', {
          error: 'payload_too_large',
        }),
        422: failure('Signed JSON, but not a valid event; `details` names each field.', {
          error: 'invalid_event',
          details: [{ field: 'data.severity', message: 'must be 1 (low), 2 (info), 3 (soon) or 4 (blocking)' }],
        }),
        429: failure(
          "The tenant's rate limit is exceeded: nothing was recorded.",
          { error: 'rate_limited' },
          { ...RETRY_AFTER, ...RATE_LIMIT },
        ),
        503: failure('Nothing was recorded: retry.', { error: 'unavailable' }, RETRY_AFTER),
      },
    },
  },
};

export const WEBHOOK_SCHEMAS = {
  SignalEvent: {
    type: 'object',
    description: 'A data point. Unknown fields are stored with the signal and never refused.',
    properties: {
      event: {
        type: 'string',
        pattern: String.raw`^signal(\..+)?$`,
        description: '`signal.<type>`, or `signal` with `data.type`.',
      },
      data: { ...ref('SignalData'), description: 'The data point.' },
    },
    required: ['event', 'data'],
  },
  SignalData: {
    type: 'object',
    description:
      'One of `external_worker_id`, `email`, `learner_id` and `site` is required; to resolve, `dedupe_key` is sufficient. Null and blank text count as omitted.',
    properties: {
      type: text(100, 'Type of the signal, if `event` is `signal`.'),
      external_worker_id: text(255, "The worker's id in your system; looked up first."),
      email: { ...text(320, "The worker's e-mail address; looked up second."), format: 'email' },
      learner_id: text(255, "The worker's learner id; looked up third."),
      site: text(255, 'Name of a site: without a worker, the need is for everybody there.'),
      topic: text(255, 'What has to be learned, by which courses are matched. Default: the signal map.'),
      category: text(100, 'Default: the signal map.'),
      severity: {
        type: 'integer',
        enum: [1, 2, 3, 4],
        description:
          '4 blocking, 3 soon, 2 info, 1 low. Default: the signal map, else 4 for `credential_expired`, else 2.',
      },
      action: {
        type: 'string',
        enum: ['trigger', 'resolve', 'complete'],
        description:
          '`resolve` closes the open need with the same dedupe key; `complete` reports that the worker has completed a training. Default: the signal map, else `complete` for `course_completed` and `training_completed`, else `trigger`.',
      },
      dedupe_key: text(
        255,
        'Identifies the open data point. Default: a key of the type, the worker or site, and the topic.',
      ),
      payload: {
        type: 'object',
        additionalProperties: true,
        description: 'Any other data, which is stored for the inbox and the audit log.',
      },
    },
    anyOf: [
      ...['external_worker_id', 'email', 'learner_id', 'site'].map((key) => ({ required: [key] })),
      { properties: { action: { const: 'resolve' } }, required: ['action', 'dedupe_key'] },
    ],
  },
  SignalResult: {
    type: 'object',
    description: 'The result of one event.',
    properties: {
      ok: { type: 'boolean', enum: [true], description: 'The event was accepted.' },
      applied: { type: 'boolean', description: 'False if there was no open need to close.' },
      signalId: {
        type: 'string',
        description: 'Id of the recorded signal, if it created a need or reports a completion.',
      },
      deduped: { type: 'boolean', description: 'True if it joined an open need.' },
      resolved: { type: 'boolean', enum: [true], description: 'The open need was closed.' },
      completion: { type: 'boolean', enum: [true], description: 'It reports a completed training.' },
      warnings: {
        type: 'array',
        description: 'Fields whose names look like slips of known ones; left out if there are none.',
        items: {
          type: 'object',
          properties: {
            field: { type: 'string', description: 'Path of the field: `data.severity`.' },
            message: { type: 'string', description: 'What is wrong with it, in words.' },
          },
          required: ['field', 'message'],
        },
      },
    },
    required: ['ok', 'applied'],
  },
  BatchResult: {
    type: 'object',
    description: "The results of a batch's events, in order.",
    properties: {
      ok: { type: 'boolean', enum: [true], description: 'The batch was accepted.' },
      results: {
        type: 'array',
        description: 'One result an event, in order; that of a refused event has `error`.',
        items: { oneOf: [ref('SignalResult'), ref('WebhookError')] },
      },
    },
    required: ['ok', 'results'],
  },
  WebhookError: {
    type: 'object',
    description: 'Why an event or a request was refused.',
    properties: {
      error: {
        type: 'string',
        description: 'What happened, for programs.',
        enum: [
          'invalid_json',
          'bad_signature',
          'request_timeout',
          'payload_too_large',
          'invalid_event',
          'rate_limited',
          'unavailable',
        ],
      },
      details: {
        type: 'array',
        description: 'With `invalid_event`: each refused field.',
        items: {
          type: 'object',
          properties: {
            field: { type: 'string', description: 'Path of the field: `data.severity`.' },
            message: { type: 'string', description: 'What is wrong with it, in words.' },
          },
          required: ['field', 'message'],
        },
      },
    },
    required: ['error'],
  },
};
