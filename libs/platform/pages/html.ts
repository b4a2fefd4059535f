/** A string that is already HTML. {@link html} escapes everything else. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | readonly Part[];

/** A template tag that escapes values unless they are {@link Html}; null becomes empty, and a list is concatenated. */
export function html(texts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(
    texts.map((text, index) => text + (index < values.length ? show(values[index] ?? null) : '')).join(''),
  );
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
}

function show(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(show).join('') : escapeHtml(String(part));
}
