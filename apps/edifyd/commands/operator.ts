import type { Command } from 'commander';
import { readCliEnvironment } from '#platform/config';
import { operatorToken } from '../credentials.js';
import { OperatorClient } from '../operator-client.js';
import { settingsOf } from '../settings.js';

/** The client for a command, with the operator token of the one who runs it. @throws CommandError */
export function operatorClient(command: Command): OperatorClient {
  return new OperatorClient(settingsOf(command).url, operatorToken(readCliEnvironment()));
}
