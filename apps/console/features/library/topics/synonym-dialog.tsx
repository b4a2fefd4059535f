import { type ReactNode, useState } from 'react';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { CoursePicker } from '../../../shared/pickers/course-picker.js';
import { text } from '../../../shared/text/text.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import type { Option } from '../../../shared/ui/search-select.js';
import { TextField } from '../../../shared/ui/text-field.js';

const SHOWN_BY = [['topics']];

/** Enters what a topic means: a course, or another topic. */
export function SynonymDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.library.synonyms;
  const [key] = useState(decisionKey);
  const [topic, setTopic] = useState('');
  const [means, setMeans] = useState('');
  const [course, setCourse] = useState<Option | null>(null);
  const enter = useChange(
    SHOWN_BY,
    () =>
      engine.enterSynonyms({
        header: key,
        body: { topic: topic.trim(), ...(course === null ? { means: means.trim() } : { courseId: course.value }) },
      }),
    words.done.accept,
  );
  const isComplete = topic.trim() !== '' && (course !== null || means.trim() !== '');
  return (
    <DecisionDialog
      title={words.add}
      sub={words.addHelp}
      button={words.add}
      refused={isComplete ? null : words.needed}
      onDo={() => enter.runInDialog(undefined)}
      onClose={onClose}
    >
      <TextField label={words.topic} maxLength={255} value={topic} onChange={({ target }) => setTopic(target.value)} />
      <CoursePicker label={words.course} chosen={course} onChoose={setCourse} />
      {course === null && (
        <TextField
          label={words.otherTopic}
          help={words.otherTopicHelp}
          maxLength={255}
          value={means}
          onChange={({ target }) => setMeans(target.value)}
        />
      )}
    </DecisionDialog>
  );
}
