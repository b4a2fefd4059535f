import { IsObject } from 'class-validator';
import { PassedOn } from '#platform/http';

export class TestSignalBody {
  /** The event, as a source system would send it. */
  @PassedOn()
  @IsObject()
  event: Record<string, unknown>;
}

/** The request to the webhook, as a source system has to send it. */
export class TestRequest {
  /** HTTP method of the request. */
  method: 'POST';
  /** The path on this engine. */
  path: string;
  /** The exact text that was signed and sent. */
  body: string;
  /** `x-edifyd-signature`: the HMAC-SHA256 of the body in hexadecimal. */
  signature: string;
}

export class TestAnswer {
  /** HTTP status of the answer. */
  status: number;
  /** The text of the body. */
  body: string;
}

/** A signed event that was sent to the tenant's own webhook, and the answer. */
export class TestedSignal {
  /** The request, as the engine sent it to its own webhook. */
  request: TestRequest;
  /** The answer of the webhook. */
  answer: TestAnswer;
}
