import { describe, expect, it } from '@jest/globals';
import { extractCodes } from './codes.js';

describe('codes', () => {
  it.each([
    ['TRN-0042 Forklift Operation', ['TRN0042'], 'Forklift Operation'],
    ['Provide First Aid (HLTAID011)', ['HLTAID011'], 'Provide First Aid ( )'],
    ['riiwhs204e work safely', ['RIIWHS204'], 'work safely'],
    ['10830NAT Silica', ['10830NAT'], 'Silica'],
    ['Facility Defense (UDM8)', ['UDM8'], 'Facility Defense (UDM8)'],
    ['NFPA 70E', [], 'NFPA 70E'],
    ['1910.147', [], '1910.147'],
    ['over 11m', [], 'over 11m'],
  ])('of %j are %j', (text, codes, rest) => {
    expect(extractCodes(text)).toMatchObject({ codes, rest: expect.stringContaining(rest) });
  });

  it('exclude standards, which are topics', () => {
    expect(extractCodes('ISO/IEC 27001, BS EN ISO 9001').rest).toBe('ISO 27001, ISO 9001');
    expect(extractCodes('ISO45001 and SB1343')).toMatchObject({ codes: [], rest: 'ISO 45001 and SB 1343' });
  });
});
