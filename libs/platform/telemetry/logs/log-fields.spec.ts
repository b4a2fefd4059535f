import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { fieldsOf, followRequest, logFields, noteInLog, withLogFields } from './log-fields.js';

describe('the fields of all log lines in a scope', () => {
  it('are empty outside of a scope, where adding one has no effect', () => {
    noteInLog({ actor: 'operator' });
    expect(logFields()).toEqual({});
  });

  it('apply to everything that the scope awaits, and to nothing else', async () => {
    const seen = await Promise.all(
      ['a', 'b'].map((job) =>
        withLogFields({ job }, async () => {
          await sleep(1);
          noteInLog({ tenantId: `tenant of ${job}` });
          await sleep(1);
          return logFields();
        }),
      ),
    );
    expect(seen).toEqual([
      { job: 'a', tenantId: 'tenant of a' },
      { job: 'b', tenantId: 'tenant of b' },
    ]);
    expect(logFields()).toEqual({});
  });

  it('are inherited by a scope inside, whose own fields stay inside', () => {
    withLogFields({ job: 'a' }, () => {
      withLogFields({ tenantId: '1' }, () => expect(logFields()).toEqual({ job: 'a', tenantId: '1' }));
      expect(logFields()).toEqual({ job: 'a' });
    });
  });

  it('of a request are known after its scope has ended, including the last ones', () => {
    const request = { id: 'r-1' };
    withLogFields({}, () => {
      followRequest(request);
      noteInLog({ actor: 'token:screen' });
    });
    expect(fieldsOf(request)).toEqual({ requestId: 'r-1', actor: 'token:screen' });
    expect(fieldsOf({ id: 'r-2' })).toEqual({ requestId: 'r-2' });
  });
});
