import { describe, expect, it } from '@jest/globals';
import { excerptOf } from './excerpt.js';

const excerpt = (text: string): string => excerptOf(Buffer.from(text));

describe('the excerpt of a refused body', () => {
  it('has the names of the fields and the type, and no other text', () => {
    expect(
      excerpt('{"event":"signal.near_miss","data":{"email":"ada@acme.com","note":"a \\"b\\" c","severity":9}}'),
    ).toBe('{"event":"signal.near_miss","data":{"email":"…","note":"…","severity":9}}');
  });

  it('has no text of a body that is cut off or is no JSON', () => {
    expect(excerpt('{"event":"signal.x","data":{"name":"Ada Lovel')).toBe('{"event":"signal.x","data":{"name":"…"');
    expect(excerpt('mail ada@acme.com or +44 20 7946 0958')).toBe('… … … +44 20 … …');
    expect(excerpt('<worker id="1042"><name>Ada Lovelace</name>')).toBe('<worker id="…"><name>… …</name>');
    expect(excerpt('event=signal.x&email=ada@acme.com')).toBe('event=signal.x&email=…');
    expect(excerpt('name;id\nAda;W-1042')).toBe('…;…\n…;…');
  });

  it('has no number that may be an id', () => {
    expect(excerpt('{"event":"signal.x","data":{"external_worker_id":104233,"n":[true,null,4.5,1e9]}}')).toBe(
      '{"event":"signal.x","data":{"external_worker_id":…,"n":[true,null,4.5,…]}}',
    );
  });

  it('is short and takes linear time', () => {
    expect(excerpt('"\\'.repeat(200_000))).toBe('"…"');
    expect(excerpt(`{"a":${'1,'.repeat(100_000)}`).length).toBeLessThanOrEqual(500);
  });
});
