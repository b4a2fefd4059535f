import { WriterView } from '../drafts/draft.view.js';

/** A request to the provider of the model. */
export class SentRequest {
  /** The step that sends it. */
  step: string;
  /** The same for all topics. */
  instructions: string;
  /** A JSON object with everything that is sent about the topic. */
  data: string;
}

/** What is sent to a provider for the topic of a need. */
export class RequestPreview {
  /** What would write the draft. */
  writer: WriterView;
  /** Empty if no model writes: nothing is sent. */
  requests: SentRequest[];
}
