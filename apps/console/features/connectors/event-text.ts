type Event = Readonly<Record<string, unknown>>;

const WHO = ['email', 'external_worker_id', 'learner_id', 'site'];

/** What an event is about, and whom: `Working at Heights, jordan@acme.com`. */
export function eventText(event: Event): string {
  const { data } = event;
  if (typeof data !== 'object' || data === null) return '–';
  const fields = data as Event;
  const topic = fields['topic'];
  const who = WHO.map((name) => fields[name]).find((value) => typeof value === 'string');
  const parts = [topic, who].filter((value) => typeof value === 'string');
  return parts.length > 0 ? parts.join(', ') : '–';
}
