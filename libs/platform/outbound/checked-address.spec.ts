import { type Socket, createSocket } from 'node:dgram';
import { Resolver, lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddressPolicy } from './address-policy.js';
import { checkedAddress } from './checked-address.js';

/** More than the threads of the process. */
const MANY = 20;

describe('the addresses of a name', () => {
  const policy = new AddressPolicy([]);
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  let server: Socket;
  beforeAll(async () => {
    server = createSocket('udp4');
    server.on('message', (query, { port, address }) => {
      const answer = answerTo(query);
      if (answer !== null) server.send(answer, port, address);
    });
    await once(server.bind(0, '127.0.0.1'), 'listening');
    resolver.setServers([`127.0.0.1:${server.address().port}`]);
  });
  afterAll(() => void server.close());

  it('are found while the name servers of many others do not answer, and so are those of the system', async () => {
    const silent = Array.from({ length: MANY }, (_one, number) =>
      checkedAddress(`https://silent-${number}.example/`, policy, resolver),
    );
    let isAnyEnded = false;
    const ended = Promise.allSettled(silent.map((one) => one.finally(() => (isAnyEnded = true))));
    const { addresses } = await checkedAddress('https://known.example/', policy, resolver);
    expect(addresses).toEqual([{ address: '8.8.8.8', family: 4 }]);
    expect(await lookup('localhost')).toMatchObject({ address: expect.stringMatching(/^(?:127\.0\.0\.1|::1)$/) });
    expect(isAnyEnded).toBe(false);
    for (const one of await ended)
      expect(one).toMatchObject({ status: 'rejected', reason: { reason: 'unresolvable' } });
  });

  it('are those of one family if the name server does not answer for the other, without the wait for it', async () => {
    const patient = new Resolver({ timeout: 120_000, tries: 1 });
    patient.setServers(resolver.getServers());
    const { addresses } = await checkedAddress('https://half.known.example/', policy, patient);
    expect(addresses).toEqual([{ address: '8.8.8.8', family: 4 }]);
    patient.cancel();
  });

  it('are those of this machine for localhost, although no name server answers', async () => {
    const local = checkedAddress('http://localhost:9000/', new AddressPolicy(['127.0.0.1', '::1']), resolver);
    expect((await local).addresses).toEqual(await lookup('localhost', { all: true }));
  });

  it('are those of the hosts file for a name of which a name server without Internet says that it failed', async () => {
    const own = checkedAddress(`https://${hostname()}/`, new AddressPolicy(['0.0.0.0/0', '::/0']), resolver);
    expect((await own).addresses).toEqual(await lookup(hostname(), { all: true }));
  });
});

/**
 * The answer of a name server that knows the IPv4 address of `known.example` (RFC 1035), and of `half.known.example`,
 * for which it has no other answer, and that cannot ask for the name of this machine; null: it does not answer.
 */
function answerTo(query: Buffer): Buffer | null {
  const question = query.subarray(12, query.indexOf(0, 12) + 5);
  const head = Buffer.from(query.subarray(0, 4));
  if (question.includes(hostname())) {
    head.writeUInt16BE(0x81_82, 2);
    return Buffer.concat([head, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0]), question]);
  }
  if (!question.includes('known')) return null;
  const isIPv4 = question.readUInt16BE(question.length - 4) === 1;
  if (!isIPv4 && question.includes('half')) return null;
  head.writeUInt16BE(0x81_80, 2);
  const counts = Buffer.from([0, 1, 0, isIPv4 ? 1 : 0, 0, 0, 0, 0]);
  const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 8, 8, 8, 8]);
  return Buffer.concat([head, counts, question, ...(isIPv4 ? [record] : [])]);
}
