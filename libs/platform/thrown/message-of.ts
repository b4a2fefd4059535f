/**
 * The message of the error that was thrown; of a value that is no error, its text. If no address of a host name
 * answers, the message for the first one.
 */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.message === '') return messageOf(thrown.errors[0]);
  return thrown instanceof Error ? thrown.message : String(thrown);
}
