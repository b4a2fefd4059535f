import { SpanKind } from '@opentelemetry/api';
import {
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';

/**
 * A trace begins with a request, or not at all: the queue looks for work several times a second, and each look would be
 * a trace that tells nothing. What is part of a trace follows it.
 * @param ratio the share of requests that begin one, from 0 to 1
 */
export function requestSampler(ratio: number): Sampler {
  const share = new TraceIdRatioBasedSampler(ratio);
  const root: Sampler = {
    shouldSample: (parent, traceId, _name, kind) =>
      kind === SpanKind.SERVER ? share.shouldSample(parent, traceId) : { decision: SamplingDecision.NOT_RECORD },
    toString: () => `requests:${share.toString()}`,
  };
  return new ParentBasedSampler({ root });
}
