import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#platform/config';
import { answerProblem, problemOf } from '#platform/errors';

/**
 * Redirects a browser that navigates to the console to its log-in page, with the error code; other clients get the
 * problem.
 */
@Catch()
export class SignOnFilter implements ExceptionFilter {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [
      http.getRequest<FastifyRequest<{ Params: { tenant: string } }>>(),
      http.getResponse<FastifyReply>(),
    ];
    if (!(request.headers.accept ?? '').includes('text/html')) return answerProblem(error, request, reply);
    const { code } = problemOf(error, request);
    const query = new URLSearchParams({ tenant: request.params.tenant, error: code });
    void reply.redirect(`${this.config.publicUrl}/login?${query}`, 302);
  }
}
