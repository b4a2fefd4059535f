type Event = Readonly<Record<string, unknown>>;

/** Fields of a payload in which source systems name the record, in order of preference. */
const REFERENCES = ['ref', 'reference', 'number', 'id', 'policy'];
const SUMMARIES = ['summary', 'description', 'change', 'note', 'reason', 'step'];

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Event)[name] : undefined;
}

function wordsOf(payload: unknown, names: readonly string[]): string | null {
  for (const name of names) {
    const value = part(payload, name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
    // The engine's client keeps a number exactly that JavaScript would round.
    const exact = part(value, 'rawJSON');
    if (typeof exact === 'string') return exact;
  }
  return null;
}

/** How a source system describes its record: `INC-2043: strain lifting stock`; null: it has no text for it. */
export function eventText(event: Event): string | null {
  const payload = part(part(event, 'data'), 'payload');
  const parts = [wordsOf(payload, REFERENCES), wordsOf(payload, SUMMARIES)].filter((words) => words !== null);
  return parts.length > 0 ? parts.join(': ') : null;
}

/** The severity that the event names. */
export function eventSeverity(event: Event): number | null {
  const severity = part(part(event, 'data'), 'severity');
  return typeof severity === 'number' ? severity : null;
}
