import { readFileSync } from 'node:fs';
import { COURSE_STYLE, Html, html, materialOf } from '#platform/pages';
import { quizFields } from '../courses/quiz-fields.js';
import type { PackagedCourse } from './packaged-course.js';

/** The script that reports to the learning system; it is a file of HTML, since the build copies no other script. */
const PLAYER = new Html(readFileSync(new URL('./player.html', import.meta.url), 'utf8'));

/** The page of a package: the course, its quiz, and the script that judges and reports. */
export async function packagePage(
  { title, summary, content, quiz, passMark }: PackagedCourse,
  format: string,
): Promise<string> {
  const material = await materialOf(content);
  const facts = { format, passMark, answers: quiz.map(({ answer, rationale }) => ({ answer, rationale })) };
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${COURSE_STYLE.element}
      </head>
      <body>
        <main>
          <header>
            <h1>${title}</h1>
            <p id="state" class="notice" role="status" hidden></p>
            ${summary === null ? null : html`<p class="summary">${summary}</p>`}
          </header>
          <article>${material}</article>
          <section aria-labelledby="check">
            <h2 id="check">${quiz.length === 0 ? 'Finish' : 'Check what you have learned'}</h2>
            ${quiz.length === 0 ? null : html`<p>You pass with <span id="pass-mark">${passMark}</span> % right answers.</p>`}
            <form id="quiz" class="quiz">${quizFields(quiz, [], { canBeSent: false })}</form>
            <ol id="reasons" class="result"></ol>
          </section>
        </main>
        <script type="application/json" id="facts">
          ${new Html(JSON.stringify(facts).replaceAll('<', String.raw`\u003c`))}
        </script>
        ${PLAYER}
      </body>
    </html> `.text;
}
