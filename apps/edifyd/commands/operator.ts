import type { Command } from 'commander';
import { readCliEnvironment } from '#platform/config';
import { operatorToken } from '../credentials.js';
import { FailuresClient } from '../failures-client.js';
import { OperatorCalls } from '../operator-calls.js';
import { OperatorClient } from '../operator-client.js';
import { settingsOf } from '../settings.js';

/** The client for a command, with the operator token. @throws CommandError */
export function operatorClient(command: Command): OperatorClient {
  return new OperatorClient(callsFor(command));
}

/** @throws CommandError */
export function failuresClient(command: Command): FailuresClient {
  return new FailuresClient(callsFor(command));
}

/** @throws CommandError */
export function callsFor(command: Command): OperatorCalls {
  const { url, timeoutS } = settingsOf(command);
  return new OperatorCalls(url, operatorToken(readCliEnvironment()), timeoutS);
}
