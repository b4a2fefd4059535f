import { type ReactNode, useEffect } from 'react';
import { text } from '../text/text.js';
import { showProgress } from './toasts.js';

/**
 * Stands for a dialog that is being loaded: keys are none of the page, Esc gives it up, and a message says that it is
 * being opened, if that takes longer than a moment.
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
