import { createHmac } from 'node:crypto';
import { type EngineAnswer, ask, pathStep } from '../engine-http.js';

/** A source system: signs each event and posts it to the webhook of a tenant. */
export function signedPoster(url: string, slug: string, secret: string): (text: string) => Promise<EngineAnswer> {
  const path = `/engine/v1/integration/${pathStep(slug)}/webhook`;
  return (text) => {
    // Signed and sent are the same bytes, not the same text.
    const body = Buffer.from(text);
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return ask(url, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-edifyd-signature': signature },
      body,
    });
  };
}
