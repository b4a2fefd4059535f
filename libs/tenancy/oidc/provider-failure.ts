import { Logger } from '@nestjs/common';
import { ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { LogBudget } from '#platform/telemetry';
import { outboundFault } from './issuers.js';
import { SignOnInvalid, SignOnUnavailable } from './oidc.errors.js';

const log = new Logger('single sign-on');

/** Log lines a second: anybody can start log-ins of a tenant, at any rate. */
const LINES_PER_SECOND = 20;
const lines = new LogBudget(LINES_PER_SECOND, (more) => log.warn(`… and ${more} more log-ins failed`));

/**
 * Converts an error of openid-client into the problem for the user, and logs its reason, which the user does not get.
 * The lines contain only error codes of the provider's response, because it may contain a token.
 */
export function providerFailure(error: unknown): Error {
  const reason = outboundFault(error) ?? serverFault(error);
  if (reason !== null) {
    warn({ reason }, 'an OpenID provider is unavailable');
    return new SignOnUnavailable();
  }
  if (isOfLibrary(error)) {
    warn(
      { code: error.code, error: error instanceof ResponseBodyError ? error.error : undefined },
      'the response of an OpenID provider is invalid',
    );
    return new SignOnInvalid();
  }
  // The library does not convert the error of a key that cannot be imported.
  if (error instanceof TypeError) {
    warn({ err: error }, 'a key of an OpenID provider cannot be imported');
    return new SignOnInvalid();
  }
  return error instanceof Error ? error : new SignOnInvalid();
}

/** Functions of the library that return no promise throw the errors of oauth4webapi unconverted. */
function isOfLibrary(error: unknown): error is Error & { readonly code?: string } {
  if (error instanceof ClientError || error instanceof ResponseBodyError) return true;
  if (error instanceof WWWAuthenticateChallengeError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('OAUTH_');
}

/** Why a provider that was reached cannot serve now: an error of its server or its proxy; null: another error. */
function serverFault(error: unknown): string | null {
  const response = error instanceof ClientError ? error.cause : undefined;
  if (!(response instanceof Response)) return null;
  const { status } = response;
  return status >= 500 || status === 429 ? `answers with status ${status}` : null;
}

function warn(fields: object, message: string): void {
  if (lines.take()) log.warn(fields, message);
}
