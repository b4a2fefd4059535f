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

/** A place in a trace, to be carried to where the work goes on. */
export type TraceContext = Context;

/**
 * Null: spans go nowhere. Then nothing is measured, noted or kept, and each of the functions below only runs `work`.
 */
let tracer: Tracer | null = null;

/** Has spans made by `to` from now on; null: no more. */
export function exportSpans(to: Tracer | null): void {
  tracer = to;
}

/** The span of a request, whose beginning, handling and end are in three places. */
export interface RequestSpan {
  /** Runs what handles the request, and all it awaits, inside the span. */
  enter(work: () => void): void;
  end(status: number): void;
}

/**
 * A request from outside: joins the trace that its `traceparent` (W3C Trace Context) names, or begins one. Named as
 * OpenTelemetry's semantic conventions for HTTP say.
 */
export function beginRequestSpan(method: string, route: string, traceparent: unknown): RequestSpan | undefined {
  if (tracer === null) return undefined;
  // Only the trace: what else may come from strangers (baggage, vendors' state) must not travel on, into the queue.
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

/** Notes what has been learned in the running span; without effect outside of any. Never payloads or keys. */
export function noteInTrace(attributes: Attributes): void {
  if (tracer !== null) trace.getActiveSpan()?.setAttributes(attributes);
}

/** A step of the running piece of work. */
export function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer === null ? work() : run(tracer, name, {}, context.active(), work);
}

/**
 * One piece of work for several requests: a child of the first that is traced, linked to the others.
 * @param origins where each came from, by {@link tracedContext}
 */
export function inSharedSpan<T>(
  name: string,
  origins: ReadonlyArray<TraceContext | undefined>,
  work: () => Promise<T>,
): Promise<T> {
  if (tracer === null) return work();
  const [parent, ...others] = new Set(origins.filter((origin) => origin !== undefined));
  if (parent === undefined) return continueTrace(undefined, work);
  return run(tracer, name, { links: others.flatMap(linkTo) }, parent, work);
}

/** Where the running work stands in its trace, to be continued elsewhere; undefined where it is not traced. */
export function tracedContext(): TraceContext | undefined {
  if (tracer === null) return undefined;
  const active = context.active();
  const flags = trace.getSpanContext(active)?.traceFlags ?? TraceFlags.NONE;
  return (flags & TraceFlags.SAMPLED) === 0 ? undefined : active;
}

/**
 * Goes on where `origin` was; undefined: outside of any trace, for example that of the request which happened to set a
 * timer.
 */
export function continueTrace<T>(origin: TraceContext | undefined, work: () => T): T {
  return tracer === null ? work() : context.with(origin ?? ROOT_CONTEXT, work);
}

function run<T>(by: Tracer, name: string, options: SpanOptions, parent: Context, work: () => Promise<T>): Promise<T> {
  return by.startActiveSpan(name, options, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      // Its message may repeat what a source system sent.
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
