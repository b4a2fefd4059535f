import type { EngineResponse } from './engine-http.js';
import { type Json, isObject, parseJson } from './json.js';
import { CommandError } from './report.js';

/** An invalid field in a response. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** The error in a response other than 2xx: problem+json (RFC 9457), or another server's page. */
export function problemOf(url: string, { status, text }: EngineResponse): CommandError {
  const problem = parseJson(text);
  if (!isObject(problem) || typeof problem['code'] !== 'string') return notTheEngine(url, status);
  const { code, detail } = problem;
  const errors = fieldProblems(problem['errors']);
  const facts = { status, code, ...(errors.length > 0 ? { errors } : {}) };
  if (status === 401)
    return new CommandError(
      `the engine at ${url} refuses the operator token (401): set OPERATOR_TOKEN to the engine's, or DATA_DIR to its data folder`,
      facts,
    );
  const reason =
    code === 'invalid' && errors.length > 0
      ? showFields(errors)
      : typeof detail === 'string'
        ? detail
        : 'the engine gives no reason';
  return new CommandError(`refused (${status} ${code}): ${reason}`, facts);
}

/** The answers of a proxy or a gateway for an engine that it does not reach. */
const FROM_A_PROXY = [502, 503, 504];

/** For a response that is not from the engine. */
export function notTheEngine(url: string, status: number): CommandError {
  if (FROM_A_PROXY.includes(status))
    return new CommandError(`${url} answered ${status}: no engine behind it is ready; try again in a moment`, {
      code: 'not_ready',
      status,
    });
  return new CommandError(
    `${url} answered ${status}, but not as the engine does: is it the engine's address, and of this version?`,
    { code: 'not_the_engine', status },
  );
}

/** Parses `[{field, message}]`, and ignores other elements. */
export function fieldProblems(value: unknown): FieldProblem[] {
  return Array.isArray(value) ? value.filter(isObject).flatMap(fieldProblem) : [];
}

export function showFields(problems: readonly FieldProblem[]): string {
  return problems.map(({ field, message }) => `${field} ${message}`).join('; ');
}

function fieldProblem({ field, message }: Json): FieldProblem[] {
  return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
}
