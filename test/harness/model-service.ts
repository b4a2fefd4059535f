import { type Server, type ServerResponse, createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenLocally, stopServer } from './local-server.js';
import { eventsOf, overloadOf } from './model-events.js';

/** A model service on a free port with the protocols of OpenAI (chat completions) and Anthropic (messages). */
export interface ModelService {
  /** With its version: `http://127.0.0.1:port/v1`. */
  readonly url: string;
  readonly calls: ModelCall[];
  readonly others: OtherRequest[];
  /** Tokens of all responses that it has sent, including those whose client has disconnected. */
  readonly tokens: number;
  /** Number of unanswered calls. */
  readonly open: number;
  /** Sets how it answers from now on; null: normally. */
  answerWith(reply: ((call: ModelCall) => Reply) | null): void;
  close(): Promise<void>;
}

export interface ModelCall {
  readonly protocol: 'openai' | 'anthropic';
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The raw request: request line, headers and body. */
  readonly bytes: string;
  readonly body: {
    model: string;
    stream?: boolean;
    max_tokens?: number;
    max_completion_tokens?: number;
    response_format?: { type: string; json_schema: { schema: object } };
  };
  readonly instructions: string;
  /** The user message. */
  readonly data: string;
  readonly step: 'outline' | 'lesson' | 'quiz';
  /** The call asks which courses match topics, and is not a step of a draft. */
  readonly isJudging: boolean;
}

/** A request for a service other than a model, such as `/embeddings`, which gets a 404. */
export type OtherRequest = Pick<ModelCall, 'path' | 'bytes'>;

export interface Reply {
  /** The object of the response, or text that is no JSON. Default: a valid response to the step. */
  readonly answer?: unknown;
  readonly finish?: 'stop' | 'length' | 'refusal';
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A body that replaces the protocol's response. */
  readonly raw?: string;
  readonly delayMs?: number;
  /** It answers then. */
  readonly until?: Promise<void>;
  readonly hangs?: boolean;
  /** Answers in one piece although the call requests a stream. */
  readonly whole?: boolean;
  /** The stream stalls, or ends, after this many events. */
  readonly stallsAfter?: number;
  readonly endsAfter?: number;
  /** After this many events the stream reports that the service is overloaded, and ends. */
  readonly failsAfter?: number;
  /** The connection breaks in the middle of the response. */
  readonly breaks?: boolean;
  readonly usage?: object;
}

const USAGE = { prompt_tokens: 400, completion_tokens: 200, total_tokens: 600 };

/** A valid response to a step. */
export function goodAnswer(step: ModelCall['step']): object {
  if (step === 'outline')
    return {
      title: 'Working beside conveyors',
      summary: 'How to work beside a conveyor without being caught by it.',
      objectives: ['Name the points where a conveyor can catch you', 'Stop a conveyor', 'Report a missing guard'],
      audience: 'Everybody who works beside a conveyor',
      estimatedMinutes: 25,
      lessons: ['Where it catches', 'Stopping it', 'Reporting'].map((title) => ({
        title,
        covers: `${title}: what to know.`,
      })),
    };
  if (step === 'lesson')
    return {
      markdown: '### Before you start\n\nLook for the nip points:\n\n- rollers\n- return belts',
      claims: [{ text: 'The emergency stop is tested weekly.', passage: 'p1' }],
    };
  const question = (number: number): object => ({
    question: `What do you do first? (${number})`,
    options: ['Stop the belt', 'Reach in', 'Walk away', 'Wait'],
    answer: 0,
    rationale: 'A belt that stands still cannot catch you.',
  });
  return { questions: [1, 2, 3].map(question) };
}

export async function startModelService(port = 0): Promise<ModelService> {
  let reply: ((call: ModelCall) => Reply) | null = null;
  let tokens = 0;
  let open = 0;
  const calls: ModelCall[] = [];
  const others: OtherRequest[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const path = request.url ?? '';
      if (!/\/(?:messages|chat\/completions)$/.test(path)) {
        others.push({ path, bytes: [path, ...request.rawHeaders, text].join('\n') });
        response.writeHead(404).end('{}');
        return;
      }
      const call = readCall(path, request.headers, request.rawHeaders, text);
      calls.push(call);
      open++;
      void send(response, call, reply?.(call) ?? {}).then((counted) => {
        tokens += counted;
        open--;
      });
    });
  });
  return {
    url: `${await listenLocally(server, port)}/v1`,
    calls,
    others,
    get tokens() {
      return tokens;
    },
    get open() {
      return open;
    },
    answerWith: (next) => {
      reply = next;
    },
    close: () => stopServer(server),
  };
}

interface Message {
  readonly role: string;
  readonly content: string | Array<{ text: string }>;
}

function readCall(path: string, headers: ModelCall['headers'], rawHeaders: string[], text: string): ModelCall {
  const body = JSON.parse(text) as ModelCall['body'] & { messages: Message[]; system?: Message['content'] };
  const protocol = path.endsWith('/messages') ? 'anthropic' : 'openai';
  const textOf = (content: Message['content'] = ''): string =>
    typeof content === 'string' ? content : content.map((part) => part.text).join('');
  const ofRole = (role: string): string => textOf(body.messages.find((message) => message.role === role)?.content);
  const instructions = protocol === 'anthropic' ? textOf(body.system) : ofRole('system');
  const task = /Task: (the outline|the lesson|one verdict|\d+ questions)/.exec(instructions)?.[1] ?? '';
  const step = task === 'the outline' ? 'outline' : task === 'the lesson' ? 'lesson' : 'quiz';
  const isJudging = task === 'one verdict';
  const bytes = [path, ...rawHeaders, text].join('\n');
  return { protocol, path, headers, bytes, body, instructions, data: ofRole('user'), step, isJudging };
}

/** @returns the tokens of the answer, once it is sent */
async function send(response: ServerResponse, call: ModelCall, reply: Reply): Promise<number> {
  if (reply.hangs === true) return 0;
  if (reply.delayMs !== undefined) await sleep(reply.delayMs);
  await reply.until;
  const status = reply.status ?? 200;
  if (status === 200 && call.body.stream === true && reply.raw === undefined && reply.whole !== true)
    return stream(response, eventsToSend(call, reply), reply);
  const body = reply.raw ?? JSON.stringify(status === 200 ? envelope(call, reply) : { error: { message: 'no' } });
  response.writeHead(status, { 'content-type': 'application/json', ...reply.headers });
  if (reply.breaks === true) {
    response.write(body.slice(0, body.length / 2));
    await sleep(20);
    response.destroy();
    return 0;
  }
  response.end(body);
  return status === 200 ? USAGE.total_tokens : 0;
}

function eventsToSend(call: ModelCall, reply: Reply): string[] {
  const events = eventsOf(call.protocol, envelope(call, reply));
  if (reply.failsAfter === undefined) return events;
  return [...events.slice(0, reply.failsAfter), overloadOf(call.protocol)];
}

async function stream(response: ServerResponse, events: readonly string[], reply: Reply): Promise<number> {
  const { breaks, stallsAfter, endsAfter, failsAfter, headers } = reply;
  response.writeHead(200, { 'content-type': 'text/event-stream', ...headers });
  const sent = breaks === true ? Math.floor(events.length / 2) : (stallsAfter ?? endsAfter ?? events.length);
  for (const event of events.slice(0, sent)) response.write(event);
  if (stallsAfter !== undefined) return 0;
  if (breaks === true) {
    await sleep(20);
    response.destroy();
    return 0;
  }
  response.end();
  return sent < events.length || failsAfter !== undefined ? 0 : USAGE.total_tokens;
}

function envelope(
  { protocol, step, isJudging, body }: ModelCall,
  { answer = isJudging ? { verdicts: [] } : goodAnswer(step), finish = 'stop', usage }: Reply,
): object {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  if (protocol === 'openai') {
    const message = finish === 'refusal' ? { content: null, refusal: text } : { content: text };
    const reason = finish === 'refusal' ? 'content_filter' : finish;
    return {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_700_000_000,
      model: body.model,
      choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: reason }],
      usage: usage ?? USAGE,
    };
  }
  const reasons = { stop: 'end_turn', length: 'max_tokens', refusal: 'refusal' };
  const usesTool = 'tools' in body && typeof answer === 'object';
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: body.model,
    content: usesTool ? [{ type: 'tool_use', id: 'toolu_1', name: 'json', input: answer }] : [{ type: 'text', text }],
    stop_reason: usesTool && finish === 'stop' ? 'tool_use' : reasons[finish],
    stop_sequence: null,
    usage: usage ?? { input_tokens: USAGE.prompt_tokens, output_tokens: USAGE.completion_tokens },
  };
}
