import { joinCitations, separateCitations } from './citations.js';
import { joinDurations, separateDurations } from './durations.js';
import { joinLicenceClasses } from './licences.js';
import { numberParts } from './parts.js';

/** Writes the durations, citations, licence classes and parts of a text alike, all but the last as single words. */
export function joinNumbers(text: string): string {
  return joinDurations(joinCitations(joinLicenceClasses(numberParts(text))));
}

/** Writes joined durations and citations as people read them. */
export function separateNumbers(text: string): string {
  return separateDurations(separateCitations(text));
}
