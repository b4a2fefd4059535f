import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { InputOf } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { addDays, dayOf } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { previewRefusal } from '../../../shared/ui/preview-refusal.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { useCloseOnce } from '../../../shared/ui/use-close-once.js';
import { followOperation, undoOperation, useDecisionKeys } from '../../../shared/api/decisions.js';
import { useDone } from '../data/actions.js';
import type { NeedDetail } from '../data/need-detail.js';
import { audienceText, topicText } from '../words/need-words.js';
import { type ChosenCourse, CoursePicker } from './course-picker.js';
import { DueField } from './due-field.js';
import { ReachPreview } from './reach-preview.js';
import { type Target, TargetPicker, ownTarget, targetOf } from './target-picker.js';

type OfferBody = InputOf<'offerNeed'>['body'];

/**
 * Offers a course. The left side has the course, the people and the due day; the right side shows whom the offer
 * reaches, as counted by the engine.
 */
export function OfferDialog({ need, onClose }: { readonly need: NeedDetail; readonly onClose: () => void }): ReactNode {
  const words = text.needs.offer;
  const zone = useZone();
  const today = dayOf(useNow(), zone);
  const { courseId, title } = need.recommendation;
  const recommended: ChosenCourse | null = courseId === null ? null : { id: courseId, title: title ?? '' };
  const [chosen, setChosen] = useState(recommended);
  // The recommendation may come while the dialog is open; it replaces no choice.
  const course = chosen ?? recommended;
  const [target, setTarget] = useState<Target>(() => ownTarget(need));
  const [due, setDue] = useState<string | null>(null);
  const { busy, error, send } = useSendOffer(need, onClose);

  const wanted = targetOf(target);
  const body: OfferBody | null =
    course === null || wanted === null
      ? null
      : { courseId: course.id, target: wanted, ...(due === null ? {} : { dueAt: due }) };
  const preview = usePreview(need, body);
  const count = preview.data?.counts?.willAssign ?? 0;
  const refused = refusal({
    course,
    target: wanted,
    count,
    // The count of the former choice is shown until the new one is known.
    waits: previewRefusal(preview, words.counting),
  });

  const submit = (): void => {
    if (body !== null && refused === null && !busy) void send(body);
  };

  const { who } = audienceText(need);
  const dueDay = due ?? dayOf(preview.data?.dueAt ?? addDays(today, 14), zone);
  return (
    <Dialog
      title={course === null ? words.titleNone : words.title(course.title)}
      sub={words.sub(topicText(need), who)}
      width="wide"
      onClose={onClose}
      onSubmit={submit}
      foot={<Foot refused={refused} count={count} busy={busy} onCancel={onClose} />}
    >
      <div className="dialog-body">
        <div className="stack">
          <CoursePicker
            topic={need.topic}
            category={need.category}
            isRecommended={recommended !== null}
            course={course}
            onChoose={setChosen}
          />
          <TargetPicker need={need} target={target} onChoose={setTarget} />
          <DueField day={dueDay} today={today} zone={zone} onChoose={setDue} />
          {error !== null && <FieldError>{error}</FieldError>}
        </div>
        <ReachPreview preview={preview} isAsked={body !== null} />
      </div>
    </Dialog>
  );
}

function Foot({
  refused,
  count,
  busy,
  onCancel,
}: {
  readonly refused: string | null;
  readonly count: number;
  readonly busy: boolean;
  readonly onCancel: () => void;
}): ReactNode {
  const words = text.needs.offer;
  return (
    <>
      <span className="faint grow">{refused ?? words.foot(count)}</span>
      <Button size="form" onClick={onCancel}>
        {text.common.cancel}
      </Button>
      <Button type="submit" size="form" look="primary" hint="Ctrl ↵" refused={refused} busy={busy}>
        {refused === null ? words.button(count) : words.buttonNone}
      </Button>
    </>
  );
}

/** Whom the offer would reach. @param body null: something is not chosen yet */
function usePreview({ id }: NeedDetail, body: OfferBody | null) {
  return useQuery({
    queryKey: ['needs', 'offer', id, body],
    queryFn: () => engine.offerNeed({ path: { id }, body: { ...body, dryRun: true } }),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Sends the offer and reports the result; an offer that the engine refuses keeps the dialog open with the error. */
function useSendOffer({ id }: NeedDetail, onClose: () => void) {
  const words = text.needs.offer;
  const { report } = useDone();
  const keys = useDecisionKeys();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const close = useCloseOnce(onClose);
  const client = useQueryClient();
  const reread = (): Promise<void> => client.invalidateQueries({ queryKey: ['needs'] });
  const send = async (body: OfferBody): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { operationId, counts, status } = await engine.offerNeed({ path: { id }, header: keys.of(body), body });
      report({
        ids: [id],
        becomes: 'offered',
        title: counts === null ? words.running : words.done(counts.assigned ?? 0),
        ...(operationId === null ? {} : { undo: () => undoOperation(operationId) }),
      });
      if (operationId !== null && status !== 'done') void followOperation(operationId, reread);
      close();
    } catch (failure) {
      setError(problemText(failure).what);
      setBusy(false);
    }
  };
  return { busy, error, send };
}

/** Why the offer cannot be sent with the current choices; null: it can. */
function refusal({
  course,
  target,
  count,
  waits,
}: {
  readonly course: ChosenCourse | null;
  readonly target: unknown;
  readonly count: number;
  /** Why the count is not known; null: it is. */
  readonly waits: string | null;
}): string | null {
  const words = text.needs.offer;
  if (course === null) return words.chooseCourse;
  if (target === null) return words.chooseTarget;
  return waits ?? (count === 0 ? words.nobody : null);
}
