import { expect, it } from '@jest/globals';
import { addPeopleOfSite } from '../factories/people-of-site.js';
import { sharedEngine } from '../harness/engine.js';
import { planOf } from './page-plan.js';
import { statementsDuring } from './statements.js';

const PEOPLE = 400;
/** So many that a document is a long one. */
const LONG = 51;

it('all people of a site are read once for its evidence, and few to know whether it is long', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  await addPeopleOfSite(engine, tenant, 'North', PEOPLE);
  await engine.database.query('analyze readiness_period');
  const sent = await statementsDuring(engine.database, async () => {
    const response = await tenant.call('GET', '/readiness/evidence.pdf?site=North');
    expect(response.status).toBe(200);
  });
  const reads = sent.filter(({ text }) => text.includes('period.site_id ='));
  const rows = await engine.database.asApp(async (app) => {
    const read: number[] = [];
    for (const statement of reads) read.push((await planOf(app, tenant.id, 'readiness_period', statement)).looksAt);
    return read;
  });
  expect(rows).toEqual([LONG, PEOPLE]);
});
