import { text } from '../../../shared/text/text.js';
import type { Shape } from '../../../shared/ui/glyph.js';
import type { Need } from '../data/needs-list.js';

const SHAPES: Readonly<Record<number, Shape>> = { 4: 'blocking', 3: 'soon', 2: 'info', 1: 'low' };

export function shapeOf(severity: number): Shape {
  return SHAPES[severity] ?? 'low';
}

export function severityText(severity: number): string {
  const words: Readonly<Record<number, string>> = text.common.severities;
  return words[severity] ?? String(severity);
}

/** `Credential expiring` of `signal.credential_expiring`. */
export function typeText(type: string): string {
  const words = type
    .replace(/^signal\./, '')
    .replaceAll(/[_.-]+/g, ' ')
    .trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

export function topicText({ topic }: Pick<Need, 'topic'>): string {
  return topic ?? text.needs.noTopic;
}

/** Who needs it, and what is beside it: the site of a person, or the number of people. */
export function audienceText({ audience, unknownWorker }: Pick<Need, 'audience' | 'unknownWorker'>): {
  readonly who: string;
  readonly more: string | null;
  readonly isUnknown: boolean;
} {
  const { kind, worker, site, people } = audience;
  if (worker) return { who: worker.name, more: worker.site ?? site, isUnknown: false };
  if (kind === 'worker') {
    const { email, externalWorkerId, learnerId } = unknownWorker ?? {};
    return { who: email ?? externalWorkerId ?? learnerId ?? '–', more: text.needs.unknownPerson, isUnknown: true };
  }
  return { who: site ?? text.needs.everyone, more: text.common.people(people), isUnknown: false };
}
