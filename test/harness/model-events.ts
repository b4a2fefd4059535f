/** The response of a model as server-sent events of its protocol, with its text in several parts. */
export function eventsOf(protocol: 'openai' | 'anthropic', envelope: object): string[] {
  return protocol === 'openai' ? ofOpenAi(envelope as OpenAiAnswer) : ofAnthropic(envelope as AnthropicAnswer);
}

/** The event by which a model that has begun to answer reports that it is overloaded. */
export function overloadOf(protocol: 'openai' | 'anthropic'): string {
  const error = protocol === 'openai' ? { code: 503 } : { type: 'overloaded_error' };
  return `event: error\ndata: ${JSON.stringify({ type: 'error', error: { ...error, message: 'Overloaded' } })}\n\n`;
}

interface OpenAiAnswer {
  readonly choices: ReadonlyArray<{ message: { content: string | null; refusal?: string }; finish_reason: string }>;
  readonly usage: object;
}

function ofOpenAi({ choices, usage, ...head }: OpenAiAnswer): string[] {
  const [choice] = choices;
  const chunk = (fields: object): string =>
    `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [], ...fields })}\n\n`;
  const delta = (fields: object, finish: string | null = null): string =>
    chunk({ choices: [{ index: 0, delta: fields, finish_reason: finish }] });
  return [
    delta({ role: 'assistant', content: '' }),
    ...partsOf(choice?.message.content ?? choice?.message.refusal ?? '').map((content) => delta({ content })),
    delta({}, choice?.finish_reason),
    chunk({ usage }),
    'data: [DONE]\n\n',
  ];
}

interface AnthropicAnswer {
  readonly content: ReadonlyArray<{ type: string; text?: string; input?: object }>;
  readonly stop_reason: string;
  readonly usage: { input_tokens: number; output_tokens: number };
}

function ofAnthropic(message: AnthropicAnswer): string[] {
  const event = (type: string, fields: object): string =>
    `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
  const blocks = message.content.flatMap(({ text, input, ...block }, index) => [
    event('content_block_start', {
      index,
      content_block: input === undefined ? { ...block, text: '' } : { ...block, input: {} },
    }),
    ...partsOf(text ?? JSON.stringify(input)).map((part) =>
      event('content_block_delta', {
        index,
        delta:
          input === undefined ? { type: 'text_delta', text: part } : { type: 'input_json_delta', partial_json: part },
      }),
    ),
    event('content_block_stop', { index }),
  ]);
  const started = { ...message, content: [], stop_reason: null, usage: { ...message.usage, output_tokens: 1 } };
  return [
    event('message_start', { message: started }),
    ...blocks,
    event('message_delta', {
      delta: { stop_reason: message.stop_reason, stop_sequence: null },
      usage: { output_tokens: message.usage.output_tokens },
    }),
    event('message_stop', {}),
  ];
}

function partsOf(text: string): string[] {
  return text.match(/[^]{1,100}/g) ?? [];
}
