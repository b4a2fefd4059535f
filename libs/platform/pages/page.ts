import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, map } from 'rxjs';
import { Html, html } from './html.js';

interface PageParts {
  readonly title: string;
  readonly style: StyleSheet;
  readonly main: Html;
  /** HTTP status; default: 200. */
  readonly status?: number;
}

/** A page for a person, without scripts. */
export class Page {
  constructor(
    readonly text: string,
    readonly policy: string,
    readonly status: number,
  ) {}
}

/** A page without an icon, which browsers would request otherwise. */
export function pageOf({ title, style, main, status = 200 }: PageParts): Page {
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${style.element}
      </head>
      <body>
        <main>${main}</main>
      </body>
    </html> `;
  return new Page(text, contentSecurityPolicy(style, "form-action 'self'; img-src data:"), status);
}

/** The style sheet of a page, which the page's policy allows by its hash. */
export class StyleSheet {
  /** `style` around the CSS alone: the hash covers each blank of the element. */
  readonly element: Html;
  /** For `style-src`. */
  readonly source: string;

  constructor(css: string) {
    this.element = new Html(`<style>${css}</style>`);
    this.source = `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
  }
}

/**
 * The policy of a page that has one style sheet, and runs and loads nothing.
 * @param more its other directives
 */
export function contentSecurityPolicy(style: StyleSheet, more = "form-action 'none'"): string {
  return ["default-src 'none'", `style-src ${style.source}`, "base-uri 'none'", more, "frame-ancestors 'none'"].join(
    '; ',
  );
}

/** 303: the page to read after a form was processed, so that a reload does not send the form again. */
export class SeeOther {
  /** @param location relative to the page */
  constructor(readonly location: string) {}
}

/** Sets the status and the headers of a page. It belongs to one person: it is not cached, and names no referrer. */
export function withHeadersOf(reply: FastifyReply, { status, policy }: Page): FastifyReply {
  return reply.status(status).headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  });
}

/** Sends the page that a handler returns. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((page) => {
        if (page instanceof SeeOther) {
          void reply.status(303).headers({ location: page.location, 'cache-control': 'no-store' });
          return '';
        }
        if (!(page instanceof Page)) return page;
        void withHeadersOf(reply, page);
        return page.text;
      }),
    );
  }
}
