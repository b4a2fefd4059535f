import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { EditForm, TextArea, linesOf, wordsOf } from '../../../shared/ui/edit-form.js';
import { Material } from '../../../shared/ui/material.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useEditing } from '../../../shared/ui/use-editing.js';
import type { Course } from './course-mark.js';
import { useSaveCourse } from './use-save-course.js';

/** What a course is called, what it trains, and its text. */
export function CourseAbout({ course }: { readonly course: Course }): ReactNode {
  const editing = useEditing(course, fieldsOf);
  const save = useSaveCourse(editing.base);
  return (
    <EditForm
      save={save}
      editing={editing}
      onSave={(form) => {
        const minutes = orNull(form, 'estimatedMinutes');
        save.run(
          {
            title: wordsOf(form, 'title').trim(),
            topics: linesOf(form, 'topics'),
            category: orNull(form, 'category'),
            summary: orNull(form, 'summary'),
            content: orNull(form, 'content'),
            launchUrl: orNull(form, 'launchUrl'),
            estimatedMinutes: minutes === null ? null : Number(minutes),
          },
          editing.end,
        );
      }}
      fields={<CourseFields course={editing.shown} />}
    >
      <CourseText course={editing.shown} />
    </EditForm>
  );
}

function CourseFields({ course }: { readonly course: Course }): ReactNode {
  const words = text.library.course;
  const { title, topics, category, summary, content, estimatedMinutes, launchUrl } = course;
  return (
    <>
      <TextField label={words.name} name="title" defaultValue={title} maxLength={200} required />
      <TextArea
        label={words.topics}
        help={words.topicsHelp}
        name="topics"
        rows={Math.min(8, topics.length + 2)}
        value={topics.join('\n')}
        required={false}
      />
      <div className="two-fields">
        <TextField label={words.category} name="category" defaultValue={category ?? ''} maxLength={100} />
        <TextField
          label={words.minutes}
          name="estimatedMinutes"
          type="number"
          min={1}
          defaultValue={estimatedMinutes === null ? '' : String(estimatedMinutes)}
        />
      </div>
      <TextField label={words.launchUrl} name="launchUrl" type="url" defaultValue={launchUrl ?? ''} />
      <TextArea label={words.summary} name="summary" rows={3} value={summary ?? ''} required={false} />
      <TextArea label={words.content} name="content" rows={16} value={content ?? ''} required={false} />
    </>
  );
}

function CourseText({ course }: { readonly course: Course }): ReactNode {
  const words = text.library.course;
  const { title, topics, category, summary, content, estimatedMinutes, launchUrl, quiz } = course;
  const isTakenByLink = launchUrl !== null || quiz.length > 0;
  return (
    <>
      <h2>{title}</h2>
      <p className="muted">
        {[category, estimatedMinutes === null ? null : words.minutesOf(estimatedMinutes)].filter(Boolean).join(' · ')}
      </p>
      <p>
        {topics.length === 0
          ? words.noTopics
          : topics.map((topic) => (
              <span key={topic} className="tag">
                {topic}
              </span>
            ))}
      </p>
      {summary !== null && <p>{summary}</p>}
      {launchUrl !== null && (
        <p>
          <a href={launchUrl} rel="noreferrer" target="_blank">
            {launchUrl}
          </a>
        </p>
      )}
      {content === null ? (
        <p className="muted">{isTakenByLink ? words.noContent : words.noMaterial}</p>
      ) : (
        <Material>{content}</Material>
      )}
    </>
  );
}

function orNull(form: FormData, name: string): string | null {
  const given = wordsOf(form, name).trim();
  return given === '' ? null : given;
}

function fieldsOf({ title, topics, category, summary, content, launchUrl, estimatedMinutes }: Course): object {
  return { title, topics, category, summary, content, launchUrl, estimatedMinutes };
}
