import { type ReactNode, useState } from 'react';
import { text } from '../../../shared/text/text.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { EditForm } from '../../../shared/ui/edit-form.js';
import { QuizFields, QuizList, errorsAt, questionsOf } from '../../../shared/ui/quiz.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useEditing } from '../../../shared/ui/use-editing.js';
import type { Course } from './course-mark.js';
import { useSaveCourse } from './use-save-course.js';

type Question = Course['quiz'][number];

const BLANK: Question = { question: '', options: [], answer: 0, rationale: '' };

/** The quiz that decides whether a person has completed the course. */
export function CourseQuiz({ course }: { readonly course: Course }): ReactNode {
  const words = text.library.course;
  const editing = useEditing(course, quizOf);
  const save = useSaveCourse(editing.base);
  const { quiz, passMark } = editing.shown;
  const [added, setAdded] = useState(0);
  /** Where the questions that were sent are among the fields. */
  const [places, setPlaces] = useState<readonly number[]>([]);
  const questions = [...quiz, ...Array.from({ length: added }, () => BLANK)];
  const end = (): void => {
    setAdded(0);
    editing.end();
  };
  return (
    <section className="sec">
      <EditForm
        save={{ ...save, fields: errorsAt(save.fields, places) }}
        editing={{ ...editing, end }}
        onSave={(form) => {
          // A question without text is not saved.
          const entered = questionsOf(form, questions.length);
          setPlaces(entered.flatMap((question, place) => (isGiven(question) ? place : [])));
          save.run({ quiz: entered.filter(isGiven), passMark: Number(form.get('passMark')) }, end);
        }}
        fields={
          <>
            <TextField
              label={words.passMark}
              help={words.passMarkHelp}
              name="passMark"
              type="number"
              min={1}
              max={100}
              defaultValue={String(passMark)}
              required
            />
            <QuizFields questions={questions} canBeBlank />
            <div className="bar">
              <AddButton onClick={() => setAdded(added + 1)}>{words.addQuestion}</AddButton>
            </div>
          </>
        }
      >
        <h2>{words.quiz}</h2>
        {quiz.length === 0 ? (
          <p className="muted">{words.noQuiz}</p>
        ) : (
          <>
            <p className="muted">{words.passMarkOf(passMark)}</p>
            <QuizList questions={quiz} />
          </>
        )}
      </EditForm>
    </section>
  );
}

function isGiven({ question }: Question): boolean {
  return question.trim() !== '';
}

function quizOf({ quiz, passMark }: Course): object {
  return { quiz, passMark };
}
