import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from './states.js';

interface QueryStateProps {
  /** What `useQuery` returns, or several of its results as one. */
  readonly query: { readonly data: unknown; readonly error: Error | null; readonly refetch: () => unknown };
  /** What is read, for screen readers. */
  readonly what: string;
  /** The title of the error. */
  readonly failed: string;
  /** How many rows the placeholder has. */
  readonly rows?: number;
}

/** The error of a query if it failed, or a placeholder until its data are read; then nothing. */
export function QueryState({ query: { data, error, refetch }, what, failed, rows }: QueryStateProps): ReactNode {
  if (error !== null) return <ErrorState title={failed} error={error} onRetry={() => void refetch()} />;
  return data === undefined && <Skeleton what={what} {...(rows === undefined ? {} : { rows })} />;
}
