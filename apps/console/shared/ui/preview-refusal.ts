import { text } from '../text/text.js';

interface Preview {
  readonly data: unknown;
  /** True: the data are those of other choices. */
  readonly isPlaceholderData: boolean;
  readonly error: Error | null;
}

/** Why a decision cannot be taken before its preview is there; null: it is. */
export function previewRefusal({ data, isPlaceholderData, error }: Preview, counting: string): string | null {
  if (data !== undefined && !isPlaceholderData) return null;
  return error === null ? counting : text.common.notCounted;
}
