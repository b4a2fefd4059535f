/** What browsers have and the types of TypeScript lack: https://tc39.es/proposal-json-parse-with-source/ */
interface JSON {
  parse(
    text: string,
    reviver: (this: unknown, name: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  /** Undefined in browsers before 2025. */
  readonly rawJSON?: (text: string) => unknown;
}
