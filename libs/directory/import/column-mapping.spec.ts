import { describe, expect, it } from '@jest/globals';
import { Invalid } from '#platform/errors';
import { columnKey, fieldsOfColumns, readMapping } from './column-mapping.js';
import { detectDelimiter } from './csv-rows.js';

const FIELDS = ['externalWorkerId', 'email', 'name'];

const refused = (work: () => unknown): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof Invalid ? (error.errors ?? []).map(({ field }) => field) : ['?'];
  }
};

describe('a mapping of columns', () => {
  it.each([
    ['{"Employee ID":"externalWorkerId"}'],
    ['{"externalWorkerId":"Employee ID"}'],
    ['Employee ID:externalWorkerId'],
    [' externalWorkerId = Employee ID '],
  ])('%s maps columns to fields', (text) => {
    expect(readMapping(text, FIELDS)).toEqual(new Map([['employeeid', 'externalWorkerId']]));
  });

  it('leaves out a column that has the name of a field', () => {
    const mapping = readMapping('{"Full name":"name","Name":null,"Gone":null}', FIELDS);
    expect(fieldsOfColumns(['Name', 'E-mail', 'Full name'], FIELDS, mapping)).toEqual([null, 'email', 'name']);
  });

  it('may be omitted', () => {
    for (const text of [undefined, '', ' ']) expect(readMapping(text, FIELDS).size).toBe(0);
  });

  const twice = '{"E-mail":"email","Email":null}';
  it.each(['{', '[]x', 'a', 'a:', ':a', 'a:b:c', '{"a":1}', '{"a":"b"}', 'a:b', twice])('is refused as %s', (text) => {
    expect(refused(() => readMapping(text, FIELDS))).toEqual(['mapping']);
  });
});

describe('the columns of a table', () => {
  it('are the fields of their names, in any spelling', () => {
    expect(
      ['External Worker ID', 'external_worker_id', 'EXTERNAL-WORKER-ID', 'externalWorkerId'].map(columnKey),
    ).toEqual(Array.from({ length: 4 }, () => 'externalworkerid'));
    expect(fieldsOfColumns(['Name', 'E-Mail'], FIELDS, new Map())).toEqual(['name', 'email']);
  });

  it('are ignored if a mapping does not name them, and without a mapping each must be a field', () => {
    expect(fieldsOfColumns(['Who', 'Salary', 'email'], FIELDS, new Map([['who', 'name']]))).toEqual([
      'name',
      null,
      'email',
    ]);
    expect(refused(() => fieldsOfColumns(['Who', 'Salary', 'email'], FIELDS, new Map()))).toEqual(['Who', 'Salary']);
    expect(refused(() => fieldsOfColumns(['name', ' ', ''], FIELDS, new Map()))).toEqual(['column 2', 'column 3']);
    expect(refused(() => fieldsOfColumns(['name', 'Name'], FIELDS, new Map()))).toEqual(['name']);
    expect(refused(() => fieldsOfColumns(['name'], FIELDS, new Map([['who', 'name']])))).toEqual(['mapping']);
  });
});

describe('a header that is too long', () => {
  const columns = (count: number): string[] => Array.from({ length: count }, (_, index) => `Column ${index}`);
  const errorsOf = (header: string[], mapping = new Map<string, string>()): readonly unknown[] => {
    try {
      return fieldsOfColumns(header, FIELDS, mapping);
    } catch (error) {
      return error instanceof Invalid ? (error.errors ?? []) : ['?'];
    }
  };

  it('is refused with the number of its columns', () => {
    expect(errorsOf(columns(501))).toEqual([{ field: 'header', message: 'has 501 columns, at most 500 are read' }]);
    expect(errorsOf([...columns(499), 'name'], new Map([['name', 'name']]))).toHaveLength(500);
  });

  it("is refused with its first twenty errors, each with the start of the column's name", () => {
    const errors = errorsOf(['x'.repeat(30_000), ...columns(99)]);
    expect(errors).toHaveLength(21);
    expect(errors[0]).toEqual({ field: `${'x'.repeat(100)}…`, message: expect.any(String) });
    expect(errors[20]).toEqual({ field: 'header', message: 'has 80 more errors' });
  });
});

describe('the delimiter', () => {
  it.each([
    [',', 'a,b,c\n1;2;3;4;5'],
    [';', 'a;b;"c,d,e,f"\n'],
    ['\t', 'a\tb\tc'],
    [',', 'name'],
    [',', ''],
    [';', '"a\nb,,,";c\n,,,,,'],
    [';', '\r\n,,,\r\na;b\r\n1,2,3,4;5'],
    [',', '"a","b;c"\n1;2;3'],
  ])('is %j in %j', (delimiter, head) => {
    expect(detectDelimiter(head)).toBe(delimiter);
  });
});
