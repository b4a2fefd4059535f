import { createHash } from 'node:crypto';
import type { Draft } from '../drafts/draft.entity.js';
import type { DraftStep } from '../drafts/draft-step.entity.js';

/**
 * Notes that the step of a locked draft calls a model. A call that is still noted was lost with its worker: the
 * provider may have counted it, so that it is counted here too.
 * @param lostTokens what is counted if this call is lost; 0: the step makes no call
 */
export function openCall(draft: Draft, step: DraftStep, lostTokens: number): void {
  countTokens(draft, step, step.openCallTokens ?? 0);
  step.openCallTokens = lostTokens === 0 ? null : lostTokens;
}

/** Notes how a call ended. @param tokens by the provider's figures */
export function closeCall(draft: Draft, step: DraftStep, tokens: number): void {
  step.openCallTokens = null;
  countTokens(draft, step, tokens);
}

/** Names the call of (draft, step, attempt), and shows none of them. It stays the same if the call is lost. */
export function attemptKey({ draftId, position, attempt }: DraftStep): string {
  return createHash('sha256').update(`${draftId}/${position}/${attempt}`).digest('hex');
}

function countTokens(draft: Draft, step: DraftStep, tokens: number): void {
  step.tokens += tokens;
  draft.spentTokens += tokens;
}
