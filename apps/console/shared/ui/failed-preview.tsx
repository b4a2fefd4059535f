import type { ReactNode } from 'react';
import { problemText } from '../text/problem-text.js';
import { text } from '../text/text.js';
import { Button } from './button.js';
import { FieldError } from './text-field.js';

interface FailedPreviewProps {
  readonly error: Error | null;
  /** Whether it is being asked for again. */
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

/** Why the preview of a decision failed, and a button that asks for it again; nothing if it has not failed. */
export function FailedPreview({ error, isFetching, refetch }: FailedPreviewProps): ReactNode {
  if (error === null) return null;
  return (
    <div className="bar">
      <FieldError>{problemText(error).what}</FieldError>
      <Button busy={isFetching} onClick={() => void refetch()}>
        {text.common.tryAgain}
      </Button>
    </div>
  );
}
