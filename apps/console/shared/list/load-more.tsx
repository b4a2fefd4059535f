import type { ReactNode } from 'react';
import { problemText } from '../text/problem-text.js';
import { text } from '../text/text.js';
import { Button } from '../ui/button.js';
import { FieldError } from '../ui/text-field.js';

/** Loads the next page of a list, if there is one. */
export function LoadMore({
  hasMore,
  isLoading,
  error,
  onLoad,
}: {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Why the next page could not be loaded; null: it was not asked for, or is there. */
  readonly error: Error | null;
  readonly onLoad: () => void;
}): ReactNode {
  if (!hasMore) return null;
  return (
    <div className="load-more">
      {error !== null && <FieldError>{problemText(error).what}</FieldError>}
      <Button busy={isLoading} onClick={onLoad}>
        {error === null ? text.common.loadMore : text.common.tryAgain}
      </Button>
    </div>
  );
}
