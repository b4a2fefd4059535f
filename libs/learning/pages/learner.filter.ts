import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem, problemOf, retryAfterOf } from '#platform/errors';
import { withHeadersOf } from '#platform/pages';
import { failedPage } from './notice-pages.js';

/** Shows a browser a page that says that the request failed; other clients get the problem. */
@Catch()
export class LearnerFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    if (!(request.headers.accept ?? '').includes('text/html')) return answerProblem(error, request, reply);
    const problem = problemOf(error, request);
    const page = failedPage(problem.getStatus());
    const seconds = retryAfterOf(problem);
    if (seconds !== null) reply.header('retry-after', seconds);
    void withHeadersOf(reply, page).send(page.text);
  }
}
