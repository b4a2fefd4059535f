import { text } from './text.js';

/** Who did it: `ana@acme.com`, the name of a token, or the engine. */
export function actorText(actor: string): string {
  const { engine, operator, token } = text.needs.history;
  if (actor.startsWith('user:')) return actor.slice('user:'.length);
  if (actor.startsWith('token:')) return token(actor.slice('token:'.length));
  return actor === 'operator' ? operator : engine;
}
