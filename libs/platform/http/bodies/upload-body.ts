import type { IncomingHttpHeaders } from 'node:http';
import { type Readable, pipeline } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid, Problem, UnsupportedMediaType } from '../../errors/index.js';
import type { ApiBodies } from './api-bodies.js';
import { bodyOf } from './route-body.js';

const TYPE = 'multipart/form-data';
const MIB = 1024 * 1024;
const LIMITS = { fieldSize: 1_024, fieldNameSize: 50, fields: 10, headerPairs: 20 };

/** An unread form. */
export interface UploadBody {
  readonly stream: Readable;
  readonly headers: IncomingHttpHeaders;
  readonly mostBytes: number;
}

/** A file of a form, in memory. */
interface FormFile {
  readonly name: string;
  /** As the client declares it. */
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A form that was read. */
interface ReadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: FormFile;
}

/** The form with a file in the body of a route that accepts one. */
export const Upload = createParamDecorator((_data: unknown, context: ExecutionContext): UploadBody => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof UnreadUpload)) throw new UnsupportedMediaType([TYPE]);
  return body;
});

class UnreadUpload implements UploadBody {
  constructor(
    readonly stream: Readable,
    readonly headers: IncomingHttpHeaders,
    readonly mostBytes: number,
  ) {}
}

/** Passes the bodies of routes that accept an upload unread; on every other route their content type stays unknown. */
export function takeUploads(server: FastifyInstance, bodies: ApiBodies): void {
  server.addContentTypeParser(
    TYPE,
    (request: FastifyRequest, payload: Readable, done: (error: Error | null, body?: UnreadUpload) => void) => {
      const { kind, mostBytes } = bodyOf(request);
      if (kind !== 'upload') return done(new UnsupportedMediaType(['application/json']));
      if (Number(request.headers['content-length'] ?? 0) > mostBytes) return done(tooLarge(mostBytes));
      bodies.watch(request);
      done(null, new UnreadUpload(payload, request.headers, mostBytes));
    },
  );
}

/** Reads the fields and the one file of a form, within its limits. @throws Problem, Invalid */
export function readUploadForm({ stream, headers, mostBytes }: UploadBody): Promise<ReadForm> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const chunks: Buffer[] = [];
    let file: Omit<FormFile, 'bytes'> | null = null;
    let length = 0;
    const stop = (error: Error): void => {
      stream.resume();
      reject(error);
    };
    const parser = parserOf(headers);
    if (parser === null) return stop(notAForm());
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut) stop(new Invalid([{ field: name, message: 'must be shorter' }]));
      else fields.set(name, value);
    });
    parser.on('file', (_field, content, name, _encoding, mediaType) => {
      if (file !== null) stop(new Invalid([{ field: 'file', message: 'must be one file' }]));
      file ??= { name, mediaType };
      content.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > mostBytes) stop(tooLarge(mostBytes));
        else chunks.push(chunk);
      });
      content.on('error', () => stop(notAForm()));
    });
    parser.on('finish', () => {
      if (file === null) return stop(new Invalid([{ field: 'file', message: 'must be sent' }]));
      resolve({ fields: Object.fromEntries(fields), file: { ...file, bytes: Buffer.concat(chunks) } });
    });
    pipeline(stream, parser, (error) => {
      if (error) stop(notAForm());
    });
  });
}

function parserOf(headers: IncomingHttpHeaders): BusboyInstance | null {
  const contentType = headers['content-type'];
  if (contentType === undefined) return null;
  try {
    const given: BusboyHeaders = { ...headers, 'content-type': contentType };
    return new Busboy({ headers: given, limits: { ...LIMITS, files: 2 } });
  } catch {
    return null;
  }
}

function notAForm(): Problem {
  return new Problem(400, 'bad_request', `the body is not a complete ${TYPE}`);
}

function tooLarge(mostBytes: number): Problem {
  return new Problem(413, 'payload_too_large', `the file of this call has at most ${mostBytes / MIB} MiB`);
}
