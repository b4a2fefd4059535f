import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { afterTyping } from '../../../shared/api/after-typing.js';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { useChange } from '../../../shared/api/use-change.js';
import { text } from '../../../shared/text/text.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { previewRefusal } from '../../../shared/ui/preview-refusal.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { AffectedPeople } from './affected-people.js';
import { type RequirementEntry, bodyOf, entryOf, isComplete } from './requirement-entry.js';
import { AppliesToFields, SubjectFields, TermFields } from './requirement-fields.js';
import type { Requirement } from './requirement.js';

type Body = Schemas['CreateRequirementBody'];

const SHOWN_BY = [['requirements'], ['readiness']];

/** Adds or changes a requirement, and shows whom it affects before it is saved. */
export function RequirementDialog({
  requirement,
  onClose,
}: {
  readonly requirement: Requirement | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.readiness.requirements;
  const keys = useDecisionKeys();
  const [entry, setEntry] = useState(() => entryOf(requirement));
  const change = (changes: Partial<RequirementEntry>): void => setEntry((before) => ({ ...before, ...changes }));
  const body = bodyOf(entry);
  const isReady = isComplete(entry);
  const preview = useQuery({
    // Not below the key of the requirements, which are read again after the save: a preview of what is saved already is
    // refused.
    queryKey: ['requirement-preview', requirement?.id ?? null, body],
    queryFn: async ({ signal }) => {
      await afterTyping(signal);
      return send(requirement, body, true, undefined, signal);
    },
    enabled: isReady,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const save = useChange(SHOWN_BY, () => send(requirement, body, false, keys.of(body)), words.saved);
  const previewRefused = preview.error === null ? null : problemText(preview.error).what;
  return (
    <DecisionDialog
      title={requirement === null ? words.add : words.editTitle}
      button={requirement === null ? words.add : text.common.save}
      // What the preview could not check, the engine refuses when it is saved.
      refused={
        !isReady ? words.needed : preview.error === null ? previewRefusal(preview, words.preview.counting) : null
      }
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      <AppliesToFields entry={entry} onChange={change} />
      <SubjectFields entry={entry} onChange={change} />
      <TermFields entry={entry} onChange={change} />
      {/* What the engine says of the save, too, is said once, below. */}
      {isReady && previewRefused !== null && previewRefused !== save.error && <FieldError>{previewRefused}</FieldError>}
      {isReady && preview.data !== undefined && preview.error === null && <AffectedPeople result={preview.data} />}
    </DecisionDialog>
  );
}

function send(
  requirement: Requirement | null,
  body: Body,
  dryRun: boolean,
  key?: { readonly 'Idempotency-Key': string },
  signal?: AbortSignal,
): Promise<Schemas['RequirementResult']> {
  const query = { dryRun };
  const rest = signal === undefined ? {} : { signal };
  return requirement === null
    ? engine.createRequirement({ query, body, ...(key && { header: key }), ...rest })
    : engine.changeRequirement({ path: { id: requirement.id }, query, header: ifMatch(requirement), body, ...rest });
}
