import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { decisionText, isPassing } from '../text/problem-text.js';
import { text } from '../text/text.js';

const SHOWN_MS = 10_000;
/** What takes longer says that it is under way. */
const AT_ONCE_MS = 500;

const manager = Toast.createToastManager();

/** Undoes the last action, by the key `u`; null: there is none. */
let lastUndo: (() => void) | null = null;
/** Incremented when another person signs in, who cannot undo what was done before. */
let person = 0;

/**
 * Shows a message about a completed action. Errors that must be read are shown where they occurred instead.
 * @param timeout in milliseconds; 0: the message stays until it is closed
 */
export function showToast(
  title: string,
  undo?: () => Promise<void>,
  { timeout = SHOWN_MS, onClose }: { readonly timeout?: number; readonly onClose?: () => void } = {},
): void {
  const id = manager.add({
    title,
    timeout,
    ...(onClose && { onClose }),
    ...(undo === undefined ? {} : { actionProps: { children: text.common.undo, onClick: () => take() } }),
  });
  const actor = person;
  let isTaken = false;
  const take = (): void => {
    if (undo === undefined || isTaken || actor !== person) return;
    isTaken = true;
    if (lastUndo === take) lastUndo = null;
    manager.close(id);
    const ended = showProgress(text.common.undoing);
    undo()
      .finally(ended)
      .then(
        () => showToast(text.common.undone),
        (error: unknown) =>
          showToast(
            text.common.notUndone(decisionText(error)),
            actor === person && isPassing(error) ? undo : undefined,
          ),
      );
  };
  if (undo !== undefined) lastUndo = take;
}

/** Shows that something is under way, if it takes longer than a moment. @returns hides it */
export function showProgress(title: string): () => void {
  let id: string | undefined;
  const timer = setTimeout(() => (id = manager.add({ title, timeout: 0 })), AT_ONCE_MS);
  return () => {
    clearTimeout(timer);
    if (id !== undefined) manager.close(id);
  };
}

/** Undoes the last action. */
export function undoLast(): void {
  if (lastUndo === null) showToast(text.needs.nothingToUndo);
  else lastUndo();
}

/** Forgets what was done, because another person signs in. */
export function forgetUndo(): void {
  lastUndo = null;
  person += 1;
}

export function Toasts({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={text.common.messages}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList(): ReactNode {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast">
      <Toast.Title className="grow" render={<p />} />
      {toast.actionProps !== undefined && <Toast.Action className="btn" />}
      <Toast.Close className="btn ghost icon" aria-label={text.common.close}>
        <X className="i s" aria-hidden="true" />
      </Toast.Close>
    </Toast.Root>
  ));
}
