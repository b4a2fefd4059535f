import { type Page, html } from '#platform/pages';
import { learnerPage } from './learner-page.js';

/** Says nothing about whether there ever was such a link. */
export function invalidLinkPage(): Page {
  return noticePage('This link is not valid', 'It may have expired, or a newer one may have replaced it.');
}

export function cancelledPage(): Page {
  return noticePage('This course is no longer assigned to you', 'You do not need to do anything.');
}

/** For a request that failed, such as one that waited too long for an import of the tenant. */
export function failedPage(status: number): Page {
  return learnerPage(
    'That did not work',
    html`<h1>That did not work</h1>
      <p>Please go back, and try again in a moment.</p>`,
    status,
  );
}

function noticePage(title: string, text: string): Page {
  return learnerPage(
    title,
    html`<h1>${title}</h1>
      <p>${text}</p>
      <p>If you expected a course here, ask the person who sent you the link for a new one.</p>`,
    404,
  );
}
