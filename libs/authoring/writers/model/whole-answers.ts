import { type JsonObject, isJsonObject } from '#platform/json';

/**
 * Some providers answer a request for a stream with the whole answer. This converts it into a stream of one part, so
 * that both are read in the same way.
 */

type Event = readonly [name: string, data: object];

/** The answer as server-sent events; null: it is none of the two protocols. */
export function asEvents(text: string): string | null {
  const answer = parsed(text);
  const events = answer === null ? null : eventsOf(answer);
  if (events === null) return null;
  return events
    .map(([name, data]) => `${name === '' ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`)
    .join('');
}

function eventsOf(answer: JsonObject): Event[] | null {
  // Both protocols report a failure in a stream as they do with a status.
  if (isJsonObject(answer['error'])) return [['error', answer]];
  return Array.isArray(answer['choices']) ? ofOpenAi(answer) : ofAnthropic(answer);
}

function ofOpenAi(answer: JsonObject): Event[] {
  const choices = (answer['choices'] as unknown[]).filter(isJsonObject).map(({ message, ...choice }) => ({
    ...choice,
    delta: message,
  }));
  return [['', { ...answer, object: 'chat.completion.chunk', choices }]];
}

function ofAnthropic(answer: JsonObject): Event[] | null {
  const { content, stop_reason, stop_sequence, usage } = answer;
  if (answer['type'] !== 'message' || !Array.isArray(content)) return null;
  const parts = content.filter(isJsonObject).flatMap((block, index): Event[] => {
    const isTool = block['type'] === 'tool_use';
    const start = isTool ? { ...block, input: {} } : { type: 'text', text: '' };
    const delta = isTool
      ? { type: 'input_json_delta', partial_json: JSON.stringify(block['input']) }
      : { type: 'text_delta', text: block['text'] };
    return [
      ['content_block_start', { type: 'content_block_start', index, content_block: start }],
      ['content_block_delta', { type: 'content_block_delta', index, delta }],
      ['content_block_stop', { type: 'content_block_stop', index }],
    ];
  });
  const message = { ...answer, content: [], stop_reason: null };
  return [
    ['message_start', { type: 'message_start', message }],
    ...parts,
    ['message_delta', { type: 'message_delta', delta: { stop_reason, stop_sequence }, usage }],
    ['message_stop', { type: 'message_stop' }],
  ];
}

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
