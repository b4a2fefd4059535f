import { text } from '../text/text.js';
import { showToast } from './toasts.js';

/**
 * Copies to the clipboard, and then shows a message. Browsers have no clipboard for pages that come by plain HTTP.
 * @returns whether it is copied
 */
export async function copyText(copied: string, message = text.common.copied): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(copied);
  } catch {
    showToast(text.common.notCopied);
    return false;
  }
  showToast(message);
  return true;
}
