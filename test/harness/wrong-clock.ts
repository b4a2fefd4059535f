/** Variables of a process whose clock differs from that of the others. @param milliseconds negative: it is behind */
export function wrongClock(milliseconds: number): Readonly<Record<string, string>> {
  const code = `globalThis.Date = new Proxy(Date, {
    construct: (Real, args, made) => Reflect.construct(Real, args.length === 0 ? [Real.now() + ${milliseconds}] : args, made),
    get: (Real, name) => name === 'now' ? () => Real.now() + ${milliseconds} : Reflect.get(Real, name),
  })`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}
