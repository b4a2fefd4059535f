/** `sessionStorage`: operations whose end this tab has not shown yet. */
const KEY = 'console.operations';

/** The operations that this page started before it was loaded again. */
export function followedOperations(): readonly string[] {
  return (sessionStorage.getItem(KEY) ?? '').split(' ').filter((id) => id !== '');
}

export function rememberOperation(id: string): void {
  write(new Set([...followedOperations(), id]));
}

export function forgetOperation(id: string): void {
  write(followedOperations().filter((other) => other !== id));
}

/** Another person may sign in. */
export function forgetAllOperations(): void {
  sessionStorage.removeItem(KEY);
}

function write(ids: Iterable<string>): void {
  sessionStorage.setItem(KEY, [...ids].join(' '));
}
