import { text } from '../text/text.js';
import { showToast } from './toasts.js';

/** Copies to the clipboard, and then shows a message. Browsers have no clipboard for pages that come by plain HTTP. */
export async function copyText(copied: string, message = text.common.copied): Promise<void> {
  try {
    await navigator.clipboard.writeText(copied);
  } catch {
    return showToast(text.common.notCopied);
  }
  showToast(message);
}
