import { joinCitations, separateCitations } from './citations.js';
import { joinDurations, separateDurations } from './durations.js';
import { numberParts } from './parts.js';

/** Writes the durations, citations and parts of a text alike, the first two as single words. */
export function joinNumbers(text: string): string {
  return joinDurations(joinCitations(numberParts(text)));
}

/** Writes joined durations and citations as people read them. */
export function separateNumbers(text: string): string {
  return separateDurations(separateCitations(text));
}
