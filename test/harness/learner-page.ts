import { httpCall } from './http-call.js';

interface ReadPage {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The version of the course that the page shows; empty: it has no form. */
  readonly version: string;
}

/** The page of a learner's link, as a browser without scripts uses it. */
export class LearnerPage {
  constructor(readonly url: string) {}

  async read(): Promise<ReadPage> {
    return pageOf(await httpCall('GET', this.url));
  }

  /** Sends the form of the current page with the chosen option of each question, and reads the page that follows. */
  async answer(options: readonly number[]): Promise<ReadPage> {
    const { version } = await this.read();
    return this.send({
      version,
      ...Object.fromEntries(options.map((option, index) => [`answer-${index}`, String(option)])),
    });
  }

  async send(fields: Readonly<Record<string, string>>): Promise<ReadPage> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
    const response = await httpCall('POST', this.url, { headers, body: String(new URLSearchParams(fields)) });
    const next = response.headers.get('location');
    return pageOf(next === null ? response : await httpCall('GET', new URL(next, this.url).href));
  }
}

async function pageOf(response: Response): Promise<ReadPage> {
  const text = await response.text();
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  return { status: response.status, text, headers: response.headers, version };
}
