import { createHmac } from 'node:crypto';
import { type EngineResponse, ask, pathStep } from '../engine-http.js';
import type { Settings } from '../settings.js';

/** Signs each event like a source system and posts it to the webhook of a tenant. */
export function signedPoster(
  { url, timeoutS }: Pick<Settings, 'url' | 'timeoutS'>,
  slug: string,
  secret: string,
): (text: string) => Promise<EngineResponse> {
  const path = `/engine/v1/integration/${pathStep(slug)}/webhook`;
  return (text) => {
    // The signed bytes are those that are sent.
    const body = Buffer.from(text);
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return ask(url, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-edifyd-signature': signature },
      body,
      timeoutS,
    });
  };
}
