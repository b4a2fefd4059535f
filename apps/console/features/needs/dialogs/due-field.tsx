import { type ReactNode, useId } from 'react';
import { text } from '../../../shared/text/text.js';
import { addDays } from '../../../shared/time/days.js';
import { useTypedDay } from '../../../shared/ui/use-typed-day.js';

const CHOICES = [7, 14, 30];

/** The day at whose end an offer is due, in the tenant's zone. */
export function DueField({
  day,
  today,
  zone,
  onChoose,
}: {
  readonly day: string;
  readonly today: string;
  readonly zone: string;
  readonly onChoose: (day: string) => void;
}): ReactNode {
  const words = text.needs.offer;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.due}</label>
      <span className="due">
        <input id={id} className="in" aria-describedby={`${id}-help`} {...useTypedDay(day, onChoose)} min={today} />
        <span className="seg lg">
          {CHOICES.map((days) => {
            const then = addDays(today, days);
            return (
              <button key={days} type="button" aria-pressed={day === then} onClick={() => onChoose(then)}>
                {words.days(days)}
              </button>
            );
          })}
        </span>
      </span>
      <span className="help" id={`${id}-help`}>
        {words.dueHelp(zone)}
      </span>
    </div>
  );
}
