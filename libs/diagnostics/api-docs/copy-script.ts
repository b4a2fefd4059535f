import { createHash } from 'node:crypto';
import { Html } from '#platform/pages';

/** Adds a button to each block of code. Without it, or without a clipboard, the pages lack only the buttons. */
const SOURCE = `
for (const block of navigator.clipboard === undefined ? [] : document.querySelectorAll('pre')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.textContent);
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  const place = document.createElement('div');
  place.className = 'with-copy';
  block.replaceWith(place);
  place.append(block, button);
}
`;

/** The script of a page, which the page's policy allows by its hash. */
export const COPY_SCRIPT = {
  /** `script` around the code alone: the hash covers each blank of the element. */
  element: new Html(`<script>${SOURCE}</script>`),
  /** For `script-src`. */
  source: `'sha256-${createHash('sha256').update(SOURCE).digest('base64')}'`,
};
