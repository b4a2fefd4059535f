/** A LIKE pattern for texts that contain this one, in which each of its characters stands for itself. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
