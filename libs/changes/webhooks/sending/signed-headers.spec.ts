import { describe, expect, it } from '@jest/globals';
import { signedHeaders } from './signed-headers.js';

/** The example of the Standard Webhooks libraries. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BODY = '{"test": 2432232314}';

describe('the headers of a message', () => {
  it('follow Standard Webhooks', () => {
    expect(signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', BODY, [SECRET], 1_614_265_330_999)).toEqual({
      'content-type': 'application/json',
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('contain a signature for each secret', () => {
    const [first, second] = (signedHeaders('msg_1', BODY, [SECRET, 'whsec_AAAA'], 0)['webhook-signature'] ?? '').split(
      ' ',
    );
    expect(first).toMatch(/^v1,.{44}$/);
    expect(second).toMatch(/^v1,.{44}$/);
    expect(second).not.toBe(first);
  });
});
