import { text } from '../text/text.js';

export const SEVERITIES = [4, 3, 2, 1] as const;

/** The severities as the options of a select, the most severe first. */
export const SEVERITY_OPTIONS = SEVERITIES.map(
  (severity) => [`${severity}`, text.common.severities[severity]] as const,
);
