import { SpanKind } from '@opentelemetry/api';
import {
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';

/**
 * Only a request starts a trace: the queue is polled several times a second, and each poll would be a useless trace.
 * A span with a parent follows the trace of its parent.
 * @param ratio the share of requests that start a trace, from 0 to 1
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
