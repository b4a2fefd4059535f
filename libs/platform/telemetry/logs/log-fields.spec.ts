import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { fieldsOf, followRequest, logFields, noteInLog, withLogFields } from './log-fields.js';

describe('what the lines of a scope say by themselves', () => {
  it('is nothing outside of any, and noting something there has no effect', () => {
    noteInLog({ actor: 'operator' });
    expect(logFields()).toEqual({});
  });

  it('holds for all that the scope awaits, and for nothing beside it', async () => {
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

  it('is taken over by a scope inside, whose own notes stay inside', () => {
    withLogFields({ job: 'a' }, () => {
      withLogFields({ tenantId: '1' }, () => expect(logFields()).toEqual({ job: 'a', tenantId: '1' }));
      expect(logFields()).toEqual({ job: 'a' });
    });
  });

  it('is known of a request after its scope has ended, even what was noted last', () => {
    const request = { id: 'r-1' };
    withLogFields({}, () => {
      followRequest(request);
      noteInLog({ actor: 'token:screen' });
    });
    expect(fieldsOf(request)).toEqual({ requestId: 'r-1', actor: 'token:screen' });
    expect(fieldsOf({ id: 'r-2' })).toEqual({ requestId: 'r-2' });
  });
});
