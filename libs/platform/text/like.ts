/** A LIKE pattern for this text alone: each of its characters stands for itself. */
export function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** A LIKE pattern for texts that contain this one. */
export function containing(text: string): string {
  return `%${literally(text)}%`;
}
