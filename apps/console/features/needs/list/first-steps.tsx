import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import { QueryState } from '../../../shared/ui/query-state.js';

const ONE = { limit: 1 };

/** The name of the secret that a tenant has from its beginning. */
const FIRST_SECRET = 'default';

/** Whether a source system has a secret: one that somebody has made for it, or with which something was signed. */
function isOfSource({ name, lastUsedAt }: Schemas['SigningSecretView']): boolean {
  return name !== FIRST_SECRET || lastUsedAt !== null;
}

/** The set-up steps of a new tenant, each with a link to its page. After the first signal: the empty inbox. */
export function FirstSteps({ children }: { readonly children: ReactNode }): ReactNode {
  const words = text.needs.firstSteps;
  const refused = useRefusal('admin');
  const [courses, workers, secrets, signals] = useQueries({
    queries: [
      {
        queryKey: ['courses', 'any'],
        queryFn: () => engine.listCourses({ query: { ...ONE, status: ['published' as const] } }),
      },
      { queryKey: ['workers', 'any'], queryFn: () => engine.listWorkers({ query: ONE }) },
      {
        queryKey: ['secrets', 'any'],
        queryFn: () => engine.listSigningSecrets({ query: { limit: 100 } }),
        enabled: refused === null,
      },
      { queryKey: ['signals', 'any'], queryFn: () => engine.listSignals({ query: ONE }) },
    ],
  });
  // A tenant that has received a signal has taken these steps.
  if (signals.data !== undefined && signals.data.items.length > 0) return children;
  if (courses.data === undefined || workers.data === undefined || signals.data === undefined) {
    const all = [courses, workers, signals];
    const error = all.find((query) => query.error !== null)?.error ?? null;
    const retry = (): unknown => Promise.all(all.map(({ refetch }) => refetch()));
    return <QueryState query={{ data: undefined, error, refetch: retry }} what={words.label} failed={words.failed} />;
  }
  const steps = [
    { name: 'library', isDone: courses.data.items.length > 0 },
    { name: 'people', isDone: workers.data.items.length > 0 },
    { name: 'secret', isDone: secrets.data?.items.some(isOfSource) ?? false },
    { name: 'signal', isDone: false },
  ] as const;
  const next = steps.find(({ isDone }) => !isDone)?.name;
  return (
    <div className="state">
      <h2>{words.title(steps.filter(({ isDone }) => !isDone).length)}</h2>
      <ol className="todo" aria-label={words.label}>
        {steps.map(({ name, isDone }) => (
          <li key={name} className={isDone ? 'm-ready' : undefined}>
            <Glyph shape={isDone ? 'ready' : 'low'} />
            <span className={isDone ? 'muted' : undefined}>{words.steps[name]}</span>
            {isDone ? <span className="faint">{words.done}</span> : <StepLink name={name} isNext={name === next} />}
          </li>
        ))}
      </ol>
      {refused !== null && <p className="faint">{refused}</p>}
    </div>
  );
}

function StepLink({
  name,
  isNext,
}: {
  readonly name: 'library' | 'people' | 'secret' | 'signal';
  readonly isNext: boolean;
}): ReactNode {
  const words = text.needs.firstSteps.links[name];
  const look = isNext ? 'btn pri' : 'btn';
  if (name === 'library')
    return (
      <Link className={look} to="/library">
        {words}
      </Link>
    );
  if (name === 'people')
    return (
      <Link className={look} to="/people">
        {words}
      </Link>
    );
  return (
    <Link className={look} to="/connectors">
      {words}
    </Link>
  );
}
