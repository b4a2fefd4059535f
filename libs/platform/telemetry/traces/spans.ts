import {
  type Attributes,
  type Context,
  type Link,
  ROOT_CONTEXT,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  context,
  propagation,
  trace,
} from '@opentelemetry/api';

/** A position in a trace, to continue it elsewhere. */
export type TraceContext = Context;

/** Null: spans are not exported. The functions below then record nothing, and only run `work`. */
let tracer: Tracer | null = null;

/** From now on, `to` creates the spans; null: no spans. */
export function exportSpans(to: Tracer | null): void {
  tracer = to;
}

/** The span of a request, which starts, is entered and ends in three places. */
export interface RequestSpan {
  /** Runs the handler of the request, and everything it awaits, inside the span. */
  enter(work: () => void): void;
  end(status: number): void;
}

/**
 * An incoming request: joins the trace of its `traceparent` (W3C Trace Context), or starts one. Named by
 * OpenTelemetry's semantic conventions for HTTP.
 */
export function beginRequestSpan(method: string, route: string, traceparent: unknown): RequestSpan | undefined {
  if (tracer === null) return undefined;
  // Only the trace: a caller's baggage and vendor state must not be propagated into the queue.
  const parent = propagation.extract(ROOT_CONTEXT, { traceparent });
  const attributes = { 'http.request.method': method, 'http.route': route };
  const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
  return {
    enter: (work) => context.with(trace.setSpan(parent, span), work),
    end: (status) => {
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** Adds attributes to the current span; without effect outside of any. Never payloads or keys. */
export function noteInTrace(attributes: Attributes): void {
  if (tracer !== null) trace.getActiveSpan()?.setAttributes(attributes);
}

/** A child span of the current one. */
export function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer === null ? work() : run({ by: tracer, name, parent: context.active() }, work);
}

/**
 * One span for several requests: a child of the first traced one, linked to the others.
 * @param origins of the requests, by {@link tracedContext}
 */
export function inSharedSpan<T>(
  name: string,
  origins: ReadonlyArray<TraceContext | undefined>,
  work: () => Promise<T>,
): Promise<T> {
  if (tracer === null) return work();
  const [parent, ...others] = new Set(origins.filter((origin) => origin !== undefined));
  if (parent === undefined) return continueTrace(undefined, work);
  return run({ by: tracer, name, parent, links: others.flatMap(linkTo) }, work);
}

/** The position of the current work in its trace, to be continued elsewhere; undefined if it is not traced. */
export function tracedContext(): TraceContext | undefined {
  if (tracer === null) return undefined;
  const active = context.active();
  const flags = trace.getSpanContext(active)?.traceFlags ?? TraceFlags.NONE;
  return (flags & TraceFlags.SAMPLED) === 0 ? undefined : active;
}

/**
 * Continues at `origin`; undefined: outside of any trace, for example that of the request which happened to set a
 * timer.
 */
export function continueTrace<T>(origin: TraceContext | undefined, work: () => T): T {
  return tracer === null ? work() : context.with(origin ?? ROOT_CONTEXT, work);
}

interface NewSpan extends Pick<SpanOptions, 'links'> {
  readonly by: Tracer;
  readonly name: string;
  readonly parent: Context;
}

function run<T>({ by, name, parent, ...options }: NewSpan, work: () => Promise<T>): Promise<T> {
  return by.startActiveSpan(name, options, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      // The message may repeat data of a source system.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : typeof error });
      throw error;
    } finally {
      span.end();
    }
  });
}

function linkTo(origin: TraceContext): Link[] {
  const linked = trace.getSpanContext(origin);
  return linked === undefined ? [] : [{ context: linked }];
}
