import { useQueryClient } from '@tanstack/react-query';
import { Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem, type Schemas } from '#client';
import { Button } from './button.js';
import { copyText } from './copy-text.js';
import { problemText } from '../text/problem-text.js';
import { text } from '../text/text.js';

/** Replaces content that does not exist yet: what it would be, why it is missing, and one next step. */
export function EmptyState({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="state">
      <h2>{title}</h2>
      {help !== undefined && <p>{help}</p>}
      {children !== undefined && <div className="bar">{children}</div>}
    </div>
  );
}

interface ErrorStateProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/**
 * Replaces content that failed to load: what failed, that nothing is lost, and a retry, or a way back if the content
 * does not exist.
 */
export function ErrorState(props: ErrorStateProps): ReactNode {
  const { title, error } = props;
  if (!(error instanceof ApiProblem)) return <FailedState {...props} />;
  if (error.status === 404) return <FinalState title={title} help={text.common.errors.goneHelp} />;
  if (error.status === 403) return <FinalState title={title} help={problemText(error).what} />;
  return <FailedState {...props} />;
}

/** An error that a retry cannot fix: the content was deleted, or the person may not see it. */
function FinalState({ title, help }: { readonly title: string; readonly help: string }): ReactNode {
  const { errors } = text.common;
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <div className="state" role="alert">
      <h2>{title}</h2>
      <p>{help}</p>
      <div className="bar">
        {canGoBack && <Button onClick={() => history.back()}>{errors.back}</Button>}
        <Link className="btn" to="/needs">
          {errors.home}
        </Link>
      </div>
    </div>
  );
}

function FailedState({ title, error, onRetry }: ErrorStateProps): ReactNode {
  const [at] = useState(() => new Date());
  // The tenant's time zone if a page has read it: an error does not wait for another request.
  const policy = useQueryClient().getQueryData<Schemas['ReadinessPolicyView']>(['policy']);
  const shown = at.toLocaleTimeString('en-GB', { timeZone: policy?.timeZone ?? 'UTC' });
  const { what, details } = problemText(error);
  return (
    <div className="state" role="alert">
      <h2>{title}</h2>
      <p>
        {what} {text.common.errors.safe}
      </p>
      <div className="bar">
        <Button look="primary" onClick={onRetry}>
          {text.common.tryAgain}
        </Button>
        <Button look="ghost" onClick={() => void copyText(`${location.href} ${details} ${at.toISOString()}`)}>
          {text.common.copyDetails}
        </Button>
      </div>
      <p className="faint mono">{text.common.errors.at(details, shown)}</p>
    </div>
  );
}

const BEFORE_SKELETON_MS = 150;

/** Placeholder rows without animation. They appear after a delay, so that fast responses do not flicker. */
export function Skeleton({ what, rows = 8 }: { readonly what: string; readonly rows?: number }): ReactNode {
  const [isShown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), BEFORE_SKELETON_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <div className="skeleton" role="status" aria-label={text.common.loading(what)}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row">
          <span className="sk" />
          <span className="sk" />
          <span className={`sk w${row % 4}`} />
          <span className="sk" />
        </div>
      ))}
    </div>
  );
}
