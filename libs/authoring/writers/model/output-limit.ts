/** The present models of OpenAI refuse `max_tokens`, and name this one. Many other services know only `max_tokens`. */
const OTHER_NAME = 'max_completion_tokens';

/**
 * Repeats a call whose `max_tokens` is refused with the other name of the limit, under which all later calls are sent.
 */
export function withAcceptedLimit(send: typeof fetch): typeof fetch {
  let isRefused = false;
  return async (input, init) => {
    if (!isRefused) {
      const response = await send(input, init);
      if (response.status !== 400) return response;
      const { status, statusText, headers } = response;
      const text = await response.text();
      if (!text.includes(OTHER_NAME)) return new Response(text, { status, statusText, headers });
      isRefused = true;
    }
    return send(input, { ...init, body: renamed(init?.body) });
  };
}

/** @param body JSON, as the SDK sends it */
function renamed(body: RequestInit['body']): RequestInit['body'] {
  if (typeof body !== 'string') return body;
  const { max_tokens: limit, ...others } = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ ...others, [OTHER_NAME]: limit });
}
