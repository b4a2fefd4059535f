import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import { Button } from '../ui/button.js';

/** Loads the next page of a list, if there is one. */
export function LoadMore({
  hasMore,
  isLoading,
  onLoad,
}: {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onLoad: () => void;
}): ReactNode {
  return (
    hasMore && (
      <Button className="more" busy={isLoading} onClick={onLoad}>
        {text.common.loadMore}
      </Button>
    )
  );
}
