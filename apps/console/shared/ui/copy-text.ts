import { text } from '../text/text.js';
import { showToast } from './toasts.js';

/** Copies to the clipboard, and then shows a message. */
export async function copyText(copied: string, message = text.common.copied): Promise<void> {
  await navigator.clipboard.writeText(copied);
  showToast(message);
}
