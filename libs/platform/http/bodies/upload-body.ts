import type { IncomingHttpHeaders } from 'node:http';
import { type Readable, pipeline } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { type ExecutionContext, type Type, createParamDecorator } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid, Problem, UnsupportedMediaType, readFields } from '../../errors/index.js';
import type { ApiBodies } from './api-bodies.js';
import { bodyOf } from './route-body.js';
import { MULTIPART, UnreadRows, rowsSizeError } from './rows-body.js';

/** Media types of files that a route may accept without a form. */
const FILE_TYPES = ['application/zip', 'application/xml', 'text/xml'];
const MIB = 1024 * 1024;
const LIMITS = { fieldSize: 8_192, fieldNameSize: 50, fields: 10, headerPairs: 20 };

/** An unread upload. */
export interface UploadBody {
  readonly stream: Readable;
  readonly headers: IncomingHttpHeaders;
  readonly maxBytes: number;
}

/** A file, in memory. */
interface UploadedFile {
  /** Empty if it has none. */
  readonly name: string;
  /** As the client declares it. */
  readonly mediaType: string;
  readonly bytes: Buffer;
}

interface ReadUpload<Fields> {
  readonly fields: Fields;
  readonly file: UploadedFile;
}

/** A form as it was sent. */
interface SentForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: UploadedFile;
}

/** The file in the body of a route that accepts one. */
export const Upload = createParamDecorator((_data: unknown, context: ExecutionContext): UploadBody => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(request.body instanceof UnreadUpload)) throw new UnsupportedMediaType(uploadTypesOf(request));
  return request.body;
});

class UnreadUpload implements UploadBody {
  constructor(
    readonly stream: Readable,
    readonly headers: IncomingHttpHeaders,
    readonly maxBytes: number,
  ) {}
}

/** The media types that a route of uploads accepts. */
export function uploadTypesOf(request: FastifyRequest): string[] {
  return [MULTIPART, ...(bodyOf(request).upload?.fileTypes ?? [])];
}

/** Passes the bodies of routes that accept an upload unread; on every other route their content types stay unknown. */
export function takeUploads(server: FastifyInstance, bodies: ApiBodies): void {
  for (const type of [MULTIPART, ...FILE_TYPES])
    server.addContentTypeParser(
      type,
      (
        request: FastifyRequest,
        payload: Readable,
        done: (error: Error | null, body?: UnreadUpload | UnreadRows) => void,
      ) => {
        const { kind, maxBytes } = bodyOf(request);
        if (kind === 'rows' && type === MULTIPART) {
          const error = rowsSizeError(request, maxBytes);
          if (error !== null) return done(error);
          bodies.watch(request);
          return done(null, new UnreadRows('form', payload, request.headers, maxBytes));
        }
        if (kind !== 'upload') return done(new UnsupportedMediaType(['application/json']));
        if (!uploadTypesOf(request).includes(type)) return done(new UnsupportedMediaType(uploadTypesOf(request)));
        if (Number(request.headers['content-length'] ?? 0) > maxBytes) return done(tooLarge(maxBytes));
        bodies.watch(request);
        done(null, new UnreadUpload(payload, request.headers, maxBytes));
      },
    );
}

/**
 * Reads the fields and the one file of an upload, within its limits. An upload that is the file alone has no fields.
 * @throws Problem, Invalid
 */
export async function readUpload<Fields extends object>(
  body: UploadBody,
  Class: Type<Fields>,
): Promise<ReadUpload<Fields>> {
  const type = body.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const { fields, file } = type === MULTIPART ? await readForm(body) : await readFile(body, type);
  const read = readFields(Class, fields);
  if ('errors' in read) throw new Invalid([...read.errors]);
  return { fields: read.fields, file };
}

async function readFile({ stream, maxBytes }: UploadBody, mediaType: string): Promise<SentForm> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      // What follows is read and dropped, so that the client receives the answer.
      if (length <= maxBytes) chunks.push(chunk);
    }
  } catch {
    throw new Problem(400, 'bad_request', 'the body ended too early');
  }
  if (length > maxBytes) throw tooLarge(maxBytes);
  return { fields: {}, file: { name: '', mediaType, bytes: Buffer.concat(chunks) } };
}

function readForm({ stream, headers, maxBytes }: UploadBody): Promise<SentForm> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const chunks: Buffer[] = [];
    let file: Omit<UploadedFile, 'bytes'> | null = null;
    let length = 0;
    const stop = (error: Error): void => {
      stream.resume();
      reject(error);
    };
    const parser = formParser(headers);
    if (parser === null) return stop(notAForm());
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut) stop(new Invalid([{ field: name, message: `must have at most ${LIMITS.fieldSize} bytes` }]));
      else if (name === 'file') stop(new Invalid([{ field: name, message: 'must be a file' }]));
      else fields.set(name, value);
    });
    parser.on('file', (_field, content, name, _encoding, mediaType) => {
      if (file !== null) stop(new Invalid([{ field: 'file', message: 'must be one file' }]));
      file ??= { name: name ?? '', mediaType };
      content.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > maxBytes) stop(tooLarge(maxBytes));
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

/** Reads a form; null: the headers declare none that can be read. */
export function formParser(headers: IncomingHttpHeaders): BusboyInstance | null {
  const contentType = headers['content-type'];
  if (contentType === undefined) return null;
  try {
    const given: BusboyHeaders = { ...headers, 'content-type': contentType };
    return new Busboy({ headers: given, limits: { ...LIMITS, files: 2 } });
  } catch {
    return null;
  }
}

export function notAForm(): Problem {
  return new Problem(400, 'bad_request', `the body is not a complete ${MULTIPART}`);
}

function tooLarge(maxBytes: number): Problem {
  return new Problem(413, 'payload_too_large', `the file of this call has at most ${maxBytes / MIB} MiB`);
}
