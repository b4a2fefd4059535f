import { expect, it } from '@jest/globals';
import { banner } from './banner.js';

const DEMO = {
  signingSecret: 'whsec_first',
  adminToken: 'edt_1',
  login: { email: 'admin@acme.com', password: 'pw' },
  complete: true,
};
const STARTED = { url: 'http://127.0.0.1:3000', folder: '.data', milliseconds: 1 };

it('the banner has the signing secret of the demo tenant', () => {
  const text = banner(DEMO, { ...STARTED, isSecretReplaced: false });
  expect(text).toContain('Signing secret  whsec_first\n');
  expect(text).toContain("SECRET='whsec_first'");
});

it('the banner has no secret that was replaced, and says how to get a new one', () => {
  const text = banner(DEMO, { ...STARTED, isSecretReplaced: true });
  expect(text).not.toContain(DEMO.signingSecret);
  expect(text).toContain(
    'Signing secret  replaced since the first start: "edifyd secret rotate acme" prints a new one\n',
  );
});
