/** A LIKE pattern that matches this text only. */
export function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** A LIKE pattern that matches texts that contain this one. */
export function containing(text: string): string {
  return `%${literally(text)}%`;
}
