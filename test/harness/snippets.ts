import { readFile } from 'node:fs/promises';

/** The code blocks of the quick start in docs/connector.md. */
export async function snippets(): Promise<Readonly<Record<'bash' | 'node' | 'python', string>>> {
  const text = await readFile('docs/connector.md', 'utf8');
  const block = (language: string): string => new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 's').exec(text)?.[1] ?? '';
  return { bash: block('bash'), node: block('js'), python: block('python') };
}
