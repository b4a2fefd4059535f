import type { IncomingHttpHeaders } from 'node:http';
import { type Readable, finished, pipeline } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { type ExecutionContext, type Type, createParamDecorator } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid, Problem, Unavailable, UnsupportedMediaType, readFields } from '../../errors/index.js';
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
  /** Counts the bytes of a piece, which stay in memory until the request is answered. */
  readonly keep: (bytes: number) => void;
  /** Aborted if the upload is dropped, because others need the memory. */
  readonly noRoom: AbortSignal;
}

/** A file, in memory. */
interface UploadedFile {
  /** Empty if it has none. */
  readonly name: string;
  /** As the client declares it. */
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface ReadUpload<Fields> {
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
  readonly headers: IncomingHttpHeaders;
  readonly keep: (bytes: number) => void;
  readonly noRoom: AbortSignal;

  constructor(
    readonly stream: Readable,
    request: FastifyRequest,
    readonly maxBytes: number,
    bodies: ApiBodies,
  ) {
    this.headers = request.headers;
    const dropping = new AbortController();
    this.noRoom = dropping.signal;
    const body = bodies.watchUpload(request, () => dropping.abort());
    this.keep = (bytes) => body.receive(bytes, bytes);
  }
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
          return done(null, new UnreadRows('form', payload, request, maxBytes));
        }
        if (kind !== 'upload') return done(new UnsupportedMediaType(['application/json']));
        if (!uploadTypesOf(request).includes(type)) return done(new UnsupportedMediaType(uploadTypesOf(request)));
        if (Number(request.headers['content-length'] ?? 0) > maxBytes) return done(tooLarge(maxBytes));
        done(null, new UnreadUpload(payload, request, maxBytes, bodies));
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

/** The pieces of a file, until the upload is refused. */
class FileContent {
  private pieces: Buffer[] = [];
  private length = 0;
  private isRefused = false;

  /** @param onRefused called with the reason, also if the file is too large, or other uploads need the memory */
  constructor(
    private readonly body: UploadBody,
    private readonly onRefused: (error: Error) => void,
  ) {
    body.noRoom.addEventListener('abort', () => {
      this.refuse(new Unavailable('other uploads use all the memory for uploads'));
    });
  }

  /** What follows a refusal is dropped, so that the client receives the answer. */
  add(piece: Buffer): void {
    if (this.isRefused) return;
    this.length += piece.length;
    if (this.length > this.body.maxBytes) return this.refuse(tooLarge(this.body.maxBytes));
    this.pieces.push(piece);
    this.body.keep(piece.length);
  }

  bytes(): Buffer {
    return Buffer.concat(this.pieces);
  }

  refuse(error: Error): void {
    this.isRefused = true;
    this.pieces = [];
    this.onRefused(error);
  }
}

function readFile(body: UploadBody, mediaType: string): Promise<SentForm> {
  return new Promise((resolve, reject) => {
    const content = new FileContent(body, reject);
    body.stream.on('data', (piece: Buffer) => content.add(piece));
    finished(body.stream, (error) => {
      if (error) reject(new Problem(400, 'bad_request', 'the body ended too early'));
      else resolve({ fields: {}, file: { name: '', mediaType, bytes: content.bytes() } });
    });
  });
}

function readForm(body: UploadBody): Promise<SentForm> {
  const { stream, headers } = body;
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let file: Omit<UploadedFile, 'bytes'> | null = null;
    const content = new FileContent(body, (error) => {
      stream.resume();
      reject(error);
    });
    const stop = (error: Error): void => content.refuse(error);
    const parser = formParser(headers);
    if (parser === null) return stop(notAForm());
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut) stop(new Invalid([{ field: name, message: `must have at most ${LIMITS.fieldSize} bytes` }]));
      else if (name === 'file') stop(new Invalid([{ field: name, message: 'must be a file' }]));
      else fields.set(name, value);
    });
    parser.on('file', (_field, part, name, _encoding, mediaType) => {
      if (file !== null) stop(new Invalid([{ field: 'file', message: 'must be one file' }]));
      file ??= { name: name ?? '', mediaType };
      part.on('data', (piece: Buffer) => content.add(piece));
      part.on('error', () => stop(notAForm()));
    });
    parser.on('finish', () => {
      if (file === null) return stop(new Invalid([{ field: 'file', message: 'must be sent' }]));
      resolve({ fields: Object.fromEntries(fields), file: { ...file, bytes: content.bytes() } });
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
