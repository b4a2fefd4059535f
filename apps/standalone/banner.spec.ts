import { expect, it } from '@jest/globals';
import { banner } from './banner.js';

const DEMO = {
  signingSecret: 'whsec_first',
  adminToken: 'edt_1',
  login: { email: 'admin@acme.com', password: 'pw-1' },
  complete: true,
};
const STARTED = { url: 'http://127.0.0.1:3000', folder: '.data', milliseconds: 1 };

it('the banner has the credentials of the demo tenant', () => {
  const text = banner(DEMO, { ...STARTED, valid: { signingSecret: true, adminToken: true, password: true } });
  expect(text).toContain('Signing secret  whsec_first\n');
  expect(text).toContain("SECRET='whsec_first'");
  expect(text).toContain('Login           tenant acme, e-mail admin@acme.com, password pw-1\n');
  expect(text).toContain('Admin token     edt_1\n');
});

it('the banner has no credential that was replaced, and says how to get a new one', () => {
  const text = banner(DEMO, { ...STARTED, valid: { signingSecret: false, adminToken: false, password: false } });
  for (const old of [DEMO.signingSecret, DEMO.adminToken, DEMO.login.password]) expect(text).not.toContain(old);
  expect(text).toContain(
    'Signing secret  replaced since the first start: "edifyd secret rotate acme" prints a new one\n',
  );
  expect(text).toContain('"edifyd admin recover acme --email admin@acme.com" prints');
  expect(text).toContain('"edifyd token create acme --role admin --name demo" prints');
});
