import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { CoursePicker } from '../../../shared/pickers/course-picker.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import type { Option } from '../../../shared/ui/search-select.js';
import { TextField } from '../../../shared/ui/text-field.js';

const SHOWN_BY = [['topics']];

export type Synonym = Schemas['SynonymView'];

/** Enters what a topic means, or corrects it: a course, or another topic. */
export function SynonymDialog({
  synonym,
  onClose,
}: {
  /** Null: a new one. */
  readonly synonym: Synonym | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.library.synonyms;
  const keys = useDecisionKeys();
  const [topic, setTopic] = useState(synonym?.topic ?? '');
  const [means, setMeans] = useState(synonym?.means ?? '');
  const [course, setCourse] = useState(synonym === null ? null : courseOf(synonym));
  const enter = useChange(
    SHOWN_BY,
    () => {
      const body = { topic: topic.trim(), ...(course === null ? { means: means.trim() } : { courseId: course.value }) };
      return synonym === null
        ? engine.enterSynonym({ header: keys.of(body), body })
        : engine.changeSynonym({ path: { id: synonym.id }, header: { ...ifMatch(synonym), ...keys.of(body) }, body });
    },
    synonym === null ? words.done.accept : words.done.change,
  );
  const isComplete = topic.trim() !== '' && (course !== null || means.trim() !== '');
  return (
    <DecisionDialog
      title={synonym === null ? words.add : words.change}
      sub={words.addHelp}
      button={synonym === null ? words.add : text.common.save}
      refused={isComplete ? null : words.needed}
      onDo={() => enter.runInDialog(undefined)}
      onClose={onClose}
    >
      <TextField
        label={words.topic}
        name="topic"
        maxLength={255}
        value={topic}
        onChange={({ target }) => setTopic(target.value)}
      />
      <CoursePicker label={words.course} chosen={course} onChoose={setCourse} />
      {course !== null && (
        <div className="bar">
          <Button onClick={() => setCourse(null)}>{words.instead}</Button>
        </div>
      )}
      {course === null && (
        <TextField
          label={words.otherTopic}
          name="means"
          help={words.otherTopicHelp}
          maxLength={255}
          value={means}
          onChange={({ target }) => setMeans(target.value)}
        />
      )}
    </DecisionDialog>
  );
}

/** Null: it means another topic. */
function courseOf({ courseId, courseTitle }: Synonym): Option | null {
  return courseId === null ? null : { value: courseId, label: courseTitle ?? courseId };
}
