// Error answers: `application/problem+json` (RFC 9457) with the codes that an operation can give.
import { byText } from './by-text.js';

const TITLES = {
  400: 'The body is not JSON.',
  401: 'No valid credentials.',
  403: 'The role is not sufficient.',
  404: 'Your tenant has no such resource.',
  408: 'The body arrived too slowly.',
  409: 'The request conflicts with the current state.',
  412: 'The resource has changed since it was read.',
  413: 'The body is too large.',
  415: 'The content type is not supported.',
  422: 'The body, the query or a header breaks a rule; `errors` names each field.',
  429: 'Too many requests.',
  503: 'The engine cannot do this now.',
};

/** libs/platform/errors/problem.filter.ts */
const WITH_RETRY_AFTER = new Set([429, 503]);
export const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait before a retry.', schema: { type: 'integer' } },
};

export const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'An error (RFC 9457). Programs use `code`, which is stable; show `detail` to people.',
  examples: [
    {
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      code: 'invalid',
      detail: 'dueAt: must be in the future',
      errors: [{ field: 'dueAt', message: 'must be in the future' }],
    },
  ],
  properties: {
    type: { type: 'string', description: 'Always `about:blank`.' },
    title: { type: 'string', description: 'The HTTP status, in words.' },
    status: { type: 'integer', description: 'The HTTP status.' },
    code: { type: 'string', description: 'What happened, for programs.' },
    detail: { type: 'string', description: 'What happened, for people.' },
    errors: {
      type: 'array',
      description: 'With 422: each refused field. With 409: the field whose value is taken.',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string', description: 'Path of the field: `target.kind`.' },
          message: { type: 'string', description: 'The rule that it breaks, in words.' },
        },
        required: ['field', 'message'],
      },
    },
    moreErrors: { type: 'integer', description: 'How many more fields are refused than `errors` names.' },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
};

const TOO_MANY = {
  operator: 'too many wrong operator tokens from this network',
  member: 'too many calls of this tenant are under way',
};
const CSRF = { status: 403, code: 'csrf_token', detail: 'a session without its CSRF token' };

/** The errors of every operation by its access, body and query; those that its own code throws are added. */
export function commonProblems({ access, verb, hasBody, hasFields }) {
  const problems = [];
  if (hasBody)
    problems.push(
      { status: 400, code: 'bad_request' },
      { status: 408, code: 'request_timeout' },
      { status: 413, code: 'payload_too_large' },
      { status: 415, code: 'unsupported_media_type' },
    );
  if (access !== 'public')
    problems.push(
      { status: 401, code: 'unauthorized' },
      { status: 429, code: 'rate_limited', detail: TOO_MANY[access === 'operator' ? 'operator' : 'member'] },
    );
  if (access !== 'public' && access !== 'operator')
    problems.push({ status: 403, code: 'forbidden' }, ...(verb === 'get' ? [] : [CSRF]));
  if (hasFields) problems.push({ status: 422, code: 'invalid' });
  return problems;
}

/** The errors of a request with an `Idempotency-Key` (libs/tenancy/idempotency/idempotency.errors.ts). */
export const KEY_PROBLEMS = [
  { status: 409, code: 'idempotency_key_in_flight', detail: 'the request with this key is still running' },
  { status: 409, code: 'idempotency_answer_lost', detail: 'the change was made, but its response is lost' },
  { status: 422, code: 'invalid' },
  { status: 422, code: 'idempotency_key_reused', detail: 'the key was used for another request' },
];

/** The responses of an operation's errors, by status. */
export function problemResponses(problems) {
  const statuses = [...new Set(problems.map(({ status }) => status))].toSorted((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      response(
        status,
        problems.filter((problem) => problem.status === status),
      ),
    ]),
  );
}

function response(status, problems) {
  const codes = [...new Set(problems.map(({ code }) => code).filter((code) => code !== '…'))].toSorted(byText);
  const details = codes.map((code) => codeInWords(code, problems));
  return {
    description: [TITLES[status] ?? 'The request failed.', ...details].join(' '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    ...(WITH_RETRY_AFTER.has(status) ? { headers: structuredClone(RETRY_AFTER) } : {}),
  };
}

/** "`slug_taken`: a tenant "…" exists already." */
function codeInWords(code, problems) {
  const details = problems
    .filter((problem) => problem.code === code && problem.detail && problem.detail !== '…')
    .map(({ detail }) => detail);
  const known = details.filter((detail) => !detail.includes('…'));
  const shown = [...new Set(known.length > 0 ? known : details)];
  return shown.length === 0 ? `\`${code}\`.` : `\`${code}\`: ${shown.join(' / ')}.`.replace(/….$/, '…');
}
