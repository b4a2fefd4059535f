/** A number of JSON as its text: `JSON.stringify` writes it as it is. */
interface RawJson {
  readonly rawJSON: string;
}

/** What Node has and the types of TypeScript lack: https://tc39.es/proposal-json-parse-with-source/ */
interface JSON {
  parse(
    text: string,
    reviver: (this: unknown, name: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): RawJson;
  isRawJSON(value: unknown): value is RawJson;
}
