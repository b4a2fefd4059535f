import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How a part of the API that has a standard of its own writes its errors, instead of `application/problem+json`. */
export interface ErrorFormat {
  /** The path of that part: it and all paths below it, known or not. */
  readonly path: string;
  readonly answer: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Undefined: there is none. */
    errorFormats?: ErrorFormat[];
  }
}

export function addErrorFormat(server: FastifyInstance, format: ErrorFormat): void {
  if (!server.hasDecorator('errorFormats')) server.decorate('errorFormats', []);
  server.errorFormats?.push(format);
}

/** The format for a request, by its path; undefined: `application/problem+json`. */
export function errorFormatOf({ server, url }: FastifyRequest): ErrorFormat | undefined {
  const [path = ''] = url.split('?', 1);
  return server.errorFormats?.find((format) => path === format.path || path.startsWith(`${format.path}/`));
}
