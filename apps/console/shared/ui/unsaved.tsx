import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import { ConfirmDialog } from './confirm-dialog.js';

/** Asks before a person leaves what is not saved: by a link, a key, the back button, or by closing the tab. */
export function Unsaved({
  isDirty,
  isOfPage = false,
  isScratch = false,
}: {
  readonly isDirty: boolean;
  /** True: it stays while another part of the page is shown. */
  readonly isOfPage?: boolean;
  /** True: nothing that is to be saved. Only the end of the session does not take it away without a question. */
  readonly isScratch?: boolean;
}): ReactNode {
  const { unsaved, sessionOver } = text.common;
  const {
    status,
    next: to,
    proceed,
    reset,
  } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isScratch ? isSignIn(next) : !isOfPage || current.pathname !== next.pathname,
    disabled: !isDirty,
    enableBeforeUnload: isDirty && !isScratch,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  const words = isSignIn(to) ? sessionOver : unsaved;
  return (
    <ConfirmDialog
      title={words.title}
      help={words.help}
      button={unsaved.leave}
      onDo={async () => proceed()}
      onClose={reset}
    />
  );
}

/** Only the end of a session leads to the sign-in page: whoever signs out is not asked. */
function isSignIn({ pathname }: { readonly pathname: string }): boolean {
  return pathname === '/login';
}
