import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { PackageOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { fileKey, useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { sendingFile } from '../../../shared/files/sent-file.js';
import { useRefusal } from '../../../shared/session/session.js';
import { namesIn } from '../../../shared/text/names-in.js';
import { text } from '../../../shared/text/text.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { FileField } from '../../../shared/ui/file-field.js';
import { TextField } from '../../../shared/ui/text-field.js';

/** Creates a course, by hand or from a package. */
export function CourseActions(): ReactNode {
  const words = text.library.courses;
  const refused = useRefusal('author');
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      <Button look="ghost" refused={refused} onClick={() => setDialog('import')}>
        <PackageOpen className="i s" aria-hidden="true" />
        {words.import}
      </Button>
      <AddButton look="primary" refused={refused} onClick={() => setDialog('create')}>
        {words.create}
      </AddButton>
      {dialog === 'create' && <NewCourseDialog onClose={close} />}
      {dialog === 'import' && <ImportPackageDialog onClose={close} />}
    </>
  );
}

/** Opens the page of a course that was just created. */
function useOpenCourse(): (id: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (id) => {
    await client.invalidateQueries({ queryKey: ['courses'] });
    await navigate({ to: '/library/$course', params: { course: id } });
  };
}

function NewCourseDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.library.courses;
  const open = useOpenCourse();
  // A retry after a lost response creates no second course.
  const keys = useDecisionKeys();
  const [title, setTitle] = useState('');
  const [topics, setTopics] = useState('');
  const create = async (): Promise<void> => {
    const body = { title: title.trim(), topics: namesIn(topics) };
    const { id } = await engine.createCourse({ header: keys.of(body), body });
    await open(id);
  };
  return (
    <DecisionDialog
      title={words.create}
      sub={words.createHelp}
      button={words.create}
      refused={title.trim() === '' ? words.titleNeeded : null}
      onDo={create}
      onClose={onClose}
    >
      <TextField
        label={words.courseTitle}
        name="title"
        maxLength={200}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <TextField
        label={words.topics}
        name="topics"
        help={words.topicsHelp}
        value={topics}
        onChange={({ target }) => setTopics(target.value)}
      />
    </DecisionDialog>
  );
}

function ImportPackageDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.library.courses;
  const open = useOpenCourse();
  const keys = useDecisionKeys();
  const [file, setFile] = useState<File | null>(null);
  const [launchUrl, setLaunchUrl] = useState('');
  const load = async (): Promise<void> => {
    if (file === null) return;
    const fields = launchUrl.trim() === '' ? {} : { launchUrl: launchUrl.trim() };
    const input = { header: keys.of([fileKey(file), fields]), body: { file, ...fields } };
    const { id } = await sendingFile(file, () => engine.importCourses(input));
    await open(id);
  };
  return (
    <DecisionDialog
      title={words.import}
      sub={words.importHelp}
      button={words.importButton}
      refused={file === null ? words.fileNeeded : null}
      onDo={load}
      onClose={onClose}
    >
      <FileField label={words.file} accept=".zip,.xml" onChoose={setFile} />
      <TextField
        label={words.launchUrl}
        name="launchUrl"
        help={words.launchUrlHelp}
        type="url"
        placeholder="https://"
        value={launchUrl}
        onChange={({ target }) => setLaunchUrl(target.value)}
      />
    </DecisionDialog>
  );
}
