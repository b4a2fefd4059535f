/** The words of the console for severities, after the number that the policy and the API have. */
const SEVERITIES: Readonly<Record<number, string>> = { 4: 'blocking', 3: 'soon', 2: 'info', 1: 'low' };

/** Actors without a name of their own, by the part before the colon. `job:<queue>` is the engine itself. */
const ACTORS: Readonly<Record<string, string>> = {
  operator: 'the operator',
  source: 'a source system',
  learner: 'the learner',
  single_sign_on: 'the identity provider',
  anonymous: 'somebody who was not signed in',
};

/** `4, blocking`. */
export function severityText(severity: number): string {
  return [severity, SEVERITIES[severity]].join(', ');
}

/** An actor of the audit log for a reader: `ana@acme.com`, `the token HR sync`. */
export function actorText(actor: string): string {
  const [kind = '', ...names] = actor.split(':');
  const name = names.join(':');
  if (kind === 'user') return name;
  return kind === 'token' ? `the token ${name}` : (ACTORS[kind] ?? 'the engine');
}

/** Who recorded something. @param actor null: the audit log has no entry of it */
export function creator(actor: string | null): string {
  return actor === null ? 'import or source system' : actorText(actor);
}
