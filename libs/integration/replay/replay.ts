import { Injectable } from '@nestjs/common';
import { DatabaseUnavailable, RequestScope, ValuesRefused, ids } from '#platform/database';
import { Invalid, Unauthorized, Unavailable } from '#platform/errors';
import {
  QueueFull,
  type RecordedSignal,
  Replays,
  type ReceivedPoint,
  type SignalOwner,
  SignalRecorder,
} from '#signals';
import { KeyRing } from '#tenancy';
import { decodeEvent } from '../event/decode-event.js';
import { recordedBody } from '../webhook.responses.js';
import { countAccepted } from '../webhook.metrics.js';
import type { ReplayedSignal } from './replay.dto.js';

/** Replays a stored event: parses, maps and records it as the webhook does, with the current rules and signal map. */
@Injectable()
export class Replay {
  constructor(
    private readonly recorder: SignalRecorder,
    private readonly replays: Replays,
    private readonly keyRing: KeyRing,
    private readonly scope: RequestScope,
  ) {}

  /**
   * @throws NotFound
   * @throws Invalid if the stored event violates the current rules
   * @throws Unavailable nothing was recorded
   */
  async replay(signalId: string): Promise<ReplayedSignal> {
    const tenant = this.keyRing.find(this.scope.tenant.tenantSlug);
    if (tenant === undefined) throw new Unauthorized('the tenant is suspended');
    const { raw, firstReceivedAt } = await this.replays.eventOf(signalId);
    const event = decodeEvent(Buffer.from(raw));
    if (!event.ok) throw new Invalid(event.errors);
    const recorded = await this.record(tenant, { ...event.received, firstReceivedAt });
    countAccepted(tenant.slug, recorded.outcome);
    const needId = await this.replays.publish(signalId, recorded.signalId);
    return {
      // The text of `recordedBody` has the fields of the view, but for the need.
      ...(JSON.parse(recordedBody(recorded, event.received.warnings)) as Omit<ReplayedSignal, 'needId'>),
      needId: needId && ids.show('need', needId),
    };
  }

  private async record(tenant: SignalOwner, sent: ReceivedPoint): Promise<RecordedSignal> {
    try {
      return await this.recorder.record(tenant, sent);
    } catch (error) {
      if (error instanceof ValuesRefused)
        throw new Invalid([{ field: 'event', message: `cannot be stored: ${error.message}` }]);
      if (error instanceof DatabaseUnavailable || error instanceof QueueFull) throw new Unavailable(error.message);
      throw error;
    }
  }
}
