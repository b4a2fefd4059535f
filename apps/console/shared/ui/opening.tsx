import { type ReactNode, useEffect } from 'react';
import { text } from '../text/text.js';
import { showProgress } from './toasts.js';

/**
 * The placeholder of a dialog while its script is loaded. The keys of the page have no effect meanwhile, and Esc cancels
 * the dialog. If the script takes longer than a moment, a message says that the dialog is being opened.
 */
export function Opening({ onClose }: { readonly onClose: () => void }): ReactNode {
  useEffect(() => showProgress(text.common.opening), []);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  return <div role="dialog" data-covers="" aria-label={text.common.opening} />;
}
