/** The package is CommonJS and exports the function itself; its own types declare a default export. */
declare module 'bidi-js' {
  interface Bidi {
    getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    getMirroredCharacter(character: string): string | null;
  }
  function bidiFactory(): Bidi;
  export = bidiFactory;
}
