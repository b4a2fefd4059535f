import { text } from './text.js';

/** Who did it: `ana@acme.com`, the name of a token, the learner, or the engine. */
export function actorText(actor: string): string {
  const { engine, token, others } = text.needs.history;
  if (actor.startsWith('user:')) return actor.slice('user:'.length);
  if (actor.startsWith('token:')) return token(actor.slice('token:'.length));
  // `job:…` is the engine itself, and `learner:wrk_…` the person who has passed a quiz.
  const known: Readonly<Record<string, string>> = others;
  return known[actor.replace(/:.*$/, '')] ?? engine;
}
