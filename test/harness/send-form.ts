import type { TestTenant } from './tenant.js';

/** Sends a form as a browser does; values can be files. @param path of the admin API */
export async function sendForm(
  tenant: TestTenant,
  path: string,
  entries: ReadonlyArray<[name: string, value: string | Blob, fileName?: string]>,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  for (const [name, value, fileName] of entries)
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName);
  const response = await tenant.call('POST', path, { body: form });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
