const UUID = '01936f1e-7c4b-7d2a-9f00-0123456789ab';
const cursorOf = (json: string): string => Buffer.from(json).toString('base64url');

/** No list is ordered by such keys. */
export const FORGED = [
  '',
  'nonsense',
  '%00',
  cursorOf('["a'),
  cursorOf('{}'),
  cursorOf('"a"'),
  cursorOf('null'),
  cursorOf('[]'),
  cursorOf('[null]'),
  cursorOf('[true]'),
  cursorOf('[{"a":1}]'),
  cursorOf('[["a"]]'),
  cursorOf(String.raw`["\u0000"]`),
  cursorOf(String.raw`["\ud800"]`),
  cursorOf(`["${UUID}","${UUID}"]`),
  cursorOf('[4,"x"]'),
  cursorOf(`[4,"${UUID}\\n"]`),
  cursorOf(`[4,"${UUID}",4]`),
  cursorOf(`["4","${UUID}"]`),
  cursorOf(`[4.5,"${UUID}"]`),
  cursorOf(`[2147483648,"${UUID}"]`),
  cursorOf(`[1e999,"${UUID}"]`),
];

/** Some list is ordered by such keys; it shows what is behind them. */
export const OF_SOME_LIST = [
  cursorOf('[7]'),
  cursorOf('["x"]'),
  cursorOf(`["${UUID}"]`),
  cursorOf(`[4,"${UUID}"]`),
  cursorOf(`["2026-11-25T04:05:06.789Z","${UUID}"]`),
  cursorOf(`[2147483647,"${UUID}"]`),
  cursorOf(`[-2147483647,"${UUID}"]`),
];
