import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { text } from '../../shared/text/text.js';
import { ErrorState } from '../../shared/ui/states.js';

/** Replaces a page that could not be loaded or rendered. The rest of the console stays usable. */
export function FailedPage({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  useEffect(() => boundary.reset(), [boundary]);
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="page">
      <ErrorState title={text.common.errors.page} error={error} onRetry={retry} />
    </div>
  );
}
