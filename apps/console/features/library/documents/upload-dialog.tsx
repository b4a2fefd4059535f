import { type ReactNode, useState } from 'react';
import { fileKey, useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { sendingFile } from '../../../shared/files/sent-file.js';
import { useChange } from '../../../shared/api/use-change.js';
import { text } from '../../../shared/text/text.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { FileField } from '../../../shared/ui/file-field.js';
import { TextField } from '../../../shared/ui/text-field.js';

const SHOWN_BY = [['documents'], ['courses'], ['drafts']];

/** Uploads a document, or a newer version of one with the same title. */
export function UploadDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.library.documents;
  const keys = useDecisionKeys();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [version, setVersion] = useState('');
  const upload = useChange(
    SHOWN_BY,
    (given: File) => {
      const fields = { title: title.trim(), ...(version.trim() === '' ? {} : { version: version.trim() }) };
      const input = { header: keys.of([fileKey(given), fields]), body: { file: given, ...fields } };
      return sendingFile(given, () => engine.uploadDocument(input));
    },
    words.uploaded,
  );
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    if (chosen !== null && title === '') setTitle(chosen.name.replace(/\.[^.]+$/, ''));
  };
  return (
    <DecisionDialog
      title={words.upload}
      sub={words.uploadHelp}
      button={words.upload}
      refused={file === null || title.trim() === '' ? words.fileNeeded : null}
      onDo={async () => {
        if (file !== null) await upload.runInDialog(file);
      }}
      onClose={onClose}
    >
      <FileField label={words.file} accept=".md,.txt,.pdf,.docx" onChoose={choose} />
      <TextField
        label={words.name}
        name="title"
        help={words.nameHelp}
        maxLength={200}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <TextField
        label={words.version}
        name="version"
        help={words.versionHelp}
        maxLength={50}
        value={version}
        onChange={({ target }) => setVersion(target.value)}
      />
    </DecisionDialog>
  );
}
