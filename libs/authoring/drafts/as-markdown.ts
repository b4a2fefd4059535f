/** A text as Markdown that shows it as it is: the marks of Markdown within a line are text. */
export function asMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`);
}

/** As {@link asMarkdown}, for a text at the start of a line or a list item, where it may look like an item itself. */
export function lineAsMarkdown(text: string): string {
  return asMarkdown(text)
    .replace(/^[-+]/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}
