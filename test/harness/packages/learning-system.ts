import { readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { listenLocally, localUrl, stopServer } from '../local-server.js';

interface Statement {
  readonly id: string;
  readonly verb: { readonly id: string };
  readonly timestamp: string;
  readonly result?: { readonly score?: { readonly scaled: number }; readonly success?: boolean };
}

interface ShownPackage {
  readonly hasPassed?: boolean;
  readonly hasFailed?: boolean;
  readonly inSandbox?: boolean;
  readonly inWindow?: boolean;
}

/**
 * A learning management system on a local port. It shows a package in a frame, with the SCORM API objects (scorm-again)
 * in the parent window. It is also the learning record store of cmi5.
 */
export class LearningSystem {
  /** The cmi5 statements, in the order of their arrival. */
  readonly statements: Statement[] = [];
  /** What the package has stored, by its id. */
  private readonly states = new Map<string, string>();
  /** Whether it gives no further token, as to a page that is loaded again. */
  refusesTokens = false;
  /** Whether it stores statements, and its answer is lost on the way. */
  losesAnswers = false;
  /** It gives a token when this is over. */
  untilToken: Promise<void> = Promise.resolve();

  private constructor(
    private readonly server: Server,
    private readonly files: Readonly<Record<string, Uint8Array>>,
    private readonly launchData: object,
  ) {}

  /** @param launchData besides the defaults, for cmi5: `{ masteryScore: 0.4 }` */
  static async of(files: Readonly<Record<string, Uint8Array>>, launchData: object = {}): Promise<LearningSystem> {
    const server = createServer();
    const system = new LearningSystem(server, files, launchData);
    server.on('request', (request, response) => void system.answer(request, response));
    await listenLocally(server);
    return system;
  }

  private get origin(): string {
    return localUrl(this.server);
  }

  /**
   * The URL of the page that shows the SCORM package in a frame.
   * @param hasPassed the learner has passed the course before
   * @param hasFailed the learner has failed the course before, of SCORM 1.2
   * @param inSandbox the frame allows what SCORM needs, and no more
   * @param inWindow the page shows nothing itself: `open('/window')` in it shows the frame in another window
   */
  scormUrl(
    version: 'scorm12' | 'scorm2004',
    { hasPassed = false, hasFailed = false, inSandbox = false, inWindow = false }: ShownPackage = {},
  ): string {
    const options = { passed: hasPassed, failed: hasFailed, sandbox: inSandbox, window: inWindow };
    const given = Object.entries(options).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
    return `${this.origin}/system/${version}?${given.join('&')}`;
  }

  /** The launch address of cmi5. */
  get cmi5Url(): string {
    const launch = {
      endpoint: `${this.origin}/xapi/`,
      fetch: `${this.origin}/token`,
      actor: JSON.stringify({ objectType: 'Agent', account: { homePage: this.origin, name: 'ana' } }),
      registration: '3b8b4d4c-6c4c-4a57-8b5b-3c8a2f0d1e11',
      activityId: 'https://example.com/activity',
    };
    return `${this.origin}/package/index.html?${new URLSearchParams(launch)}`;
  }

  close(): Promise<void> {
    return stopServer(this.server);
  }

  /** One that has come before, by its id, is not stored again (xAPI 1.0.3, part 3, section 2.1). */
  private store(statements: readonly Statement[]): void {
    const known = new Set(this.statements.map(({ id }) => id));
    this.statements.push(...statements.filter(({ id }) => !known.has(id)));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
    const send = (type: string, body: string | Uint8Array): void =>
      void response.setHeader('content-type', type).end(body);
    const [, place, name = ''] = pathname.split('/');
    if (place === 'system') return send('text/html', systemPage(name, searchParams));
    if (place === 'window') return send('text/html', FRAME);
    if (place === 'script') return send('text/javascript', readFileSync(`node_modules/scorm-again/dist/${name}`));
    if (place === 'package' && this.files[name] !== undefined) return send('text/html', this.files[name]);
    if (place === 'token') {
      await this.untilToken;
      return send('application/json', this.refusesTokens ? '{"error-code":"1"}' : '{"auth-token":"c2VjcmV0"}');
    }
    if (request.headers.authorization !== 'Basic c2VjcmV0') return void response.writeHead(401).end();
    if (pathname === '/xapi/statements')
      this.store([JSON.parse(await textOf(request)) as Statement | Statement[]].flat());
    if (pathname === '/xapi/statements' && this.losesAnswers) return void request.socket.destroy();
    const stateId = pathname === '/xapi/activities/state' ? (searchParams.get('stateId') ?? '') : '';
    if (stateId !== '' && request.method === 'PUT') this.states.set(stateId, await textOf(request));
    const state =
      stateId === 'LMS.LaunchData' ? JSON.stringify({ ...LAUNCH_DATA, ...this.launchData }) : this.states.get(stateId);
    return request.method === 'GET' && state !== undefined
      ? send('application/json', state)
      : void response.writeHead(204).end();
  }
}

const LAUNCH_DATA = { contextTemplate: {}, masteryScore: 0.8, launchMode: 'Normal' };

const PASSED = {
  API: { core: { lesson_status: 'passed', score: { raw: '100' } } },
  API_1484_11: { success_status: 'passed', completion_status: 'completed', score: { scaled: '1' } },
};

const FAILED = { core: { lesson_status: 'failed', score: { raw: '50' } } };

const FRAME = '<iframe src="/package/index.html" title="Course" width="800" height="800"></iframe>';

function systemPage(version: string, options: URLSearchParams): string {
  const [script, api] = version === 'scorm12' ? (['scorm12', 'API'] as const) : (['scorm2004', 'API_1484_11'] as const);
  const before = options.has('passed') ? PASSED[api] : options.has('failed') ? FAILED : null;
  const load = before === null ? '' : `${api}.loadFromJSON(${JSON.stringify(before)});`;
  const sandbox = 'sandbox="allow-scripts allow-same-origin"';
  const frame = options.has('sandbox') ? FRAME.replace('title=', `${sandbox} title=`) : FRAME;
  return `<!doctype html><title>Learning system</title><script src="/script/${script}.min.js"></script>
    <script>window.${api} = new ${version === 'scorm12' ? 'Scorm12API' : 'Scorm2004API'}({ autocommit: false }); ${load}</script>
    ${options.has('window') ? '' : frame}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}
