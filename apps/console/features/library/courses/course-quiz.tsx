import { type ReactNode, useState } from 'react';
import { text } from '../../../shared/text/text.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { EditForm } from '../../../shared/ui/edit-form.js';
import { QuizFields, QuizList, questionsOf } from '../../../shared/ui/quiz.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { Course } from './course-mark.js';
import { useSaveCourse } from './use-save-course.js';

type Question = Course['quiz'][number];

const BLANK: Question = { question: '', options: [], answer: 0, rationale: '' };

/** The quiz that decides whether a person has completed the course. */
export function CourseQuiz({ course }: { readonly course: Course }): ReactNode {
  const words = text.library.course;
  const save = useSaveCourse(course);
  const [added, setAdded] = useState(0);
  const questions = [...course.quiz, ...Array.from({ length: added }, () => BLANK)];
  return (
    <section className="sec">
      <EditForm
        save={save}
        onSave={(form) =>
          save.run({
            // A question without text is not saved.
            quiz: questionsOf(form, questions.length).filter(({ question }) => question.trim() !== ''),
            passMark: Number(form.get('passMark')),
          })
        }
        fields={
          <>
            <TextField
              label={words.passMark}
              help={words.passMarkHelp}
              name="passMark"
              type="number"
              min={1}
              max={100}
              defaultValue={String(course.passMark)}
              required
            />
            <QuizFields questions={questions} />
            <div className="bar">
              <AddButton onClick={() => setAdded(added + 1)}>{words.addQuestion}</AddButton>
            </div>
          </>
        }
      >
        <h2>{words.quiz}</h2>
        {course.quiz.length === 0 ? (
          <p className="muted">{words.noQuiz}</p>
        ) : (
          <>
            <p className="muted">{words.passMarkOf(course.passMark)}</p>
            <QuizList questions={course.quiz} />
          </>
        )}
      </EditForm>
    </section>
  );
}
