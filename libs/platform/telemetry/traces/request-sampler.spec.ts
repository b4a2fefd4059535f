import { randomBytes } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from '@jest/globals';
import { requestSampler } from './request-sampler.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const partOf = (traceFlags: TraceFlags): typeof ROOT_CONTEXT =>
  trace.setSpanContext(ROOT_CONTEXT, { traceId: TRACE, spanId: '00f067aa0ba902b7', traceFlags, isRemote: true });
const isSampled = (ratio: number, kind: SpanKind, parent = ROOT_CONTEXT, traceId = TRACE): boolean =>
  requestSampler(ratio).shouldSample(parent, traceId, 'a span', kind, {}, []).decision ===
  SamplingDecision.RECORD_AND_SAMPLED;

describe('whether a span is kept', () => {
  it('starts a trace only for a request', () => {
    expect(isSampled(1, SpanKind.SERVER)).toBe(true);
    expect(
      [SpanKind.INTERNAL, SpanKind.PRODUCER, SpanKind.CONSUMER, SpanKind.CLIENT].map((kind) => isSampled(1, kind)),
    ).toEqual([false, false, false, false]);
  });

  it('follows the trace of its parent, whatever the ratio', () => {
    expect(isSampled(0, SpanKind.CONSUMER, partOf(TraceFlags.SAMPLED))).toBe(true);
    expect(isSampled(1, SpanKind.SERVER, partOf(TraceFlags.NONE))).toBe(false);
  });

  it('starts a trace for about the configured share of requests', () => {
    const ids = Array.from({ length: 2_000 }, () => randomBytes(16).toString('hex'));
    const kept = ids.filter((id) => isSampled(0.05, SpanKind.SERVER, ROOT_CONTEXT, id)).length;
    expect(kept / ids.length).toBeGreaterThan(0.02);
    expect(kept / ids.length).toBeLessThan(0.08);
    expect(ids.filter((id) => isSampled(0, SpanKind.SERVER, ROOT_CONTEXT, id))).toEqual([]);
  });
});
