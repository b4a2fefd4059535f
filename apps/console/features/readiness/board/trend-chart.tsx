import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { number } from '../../../shared/text/en/plural.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { trendQuery } from '../board-data.js';
import { type ReadinessSearch, isFiltered } from '../readiness-search.js';

const WIDTH = 262;
const HEIGHT = 118;
/** For the numbers beside the lines. */
const SIDE = 34;

/** People who were not ready, or at risk, on each day: of the site, whatever the other filters are. */
export function TrendChart({ search: { site, ...others } }: { readonly search: ReadinessSearch }): ReactNode {
  const words = text.readiness.trend;
  const zone = useZone();
  const now = useNow();
  const { data, error } = useQuery(trendQuery(site));
  const days = data?.days ?? [];
  const first = days[0];
  const last = days.at(-1);
  if (data === undefined && error !== null)
    return (
      <section>
        <SectionHead title={words.title} />
        <FieldError>{problemText(error).what}</FieldError>
      </section>
    );
  if (first === undefined || last === undefined) return null;
  const top = niceTop(Math.max(1, ...days.map(({ notReady, atRisk }) => notReady + atRisk)));
  const step = WIDTH / days.length;
  const y = (people: number): number => HEIGHT - (HEIGHT * people) / top;
  const day = (date: string): string => shortDay(date, zone, now);
  return (
    <section>
      <SectionHead title={words.title} help={isFiltered(others) ? words.helpOf(site) : words.help} />
      <svg
        className="trend"
        viewBox={`0 0 ${WIDTH + SIDE} ${HEIGHT + 26}`}
        role="img"
        aria-label={words.label(
          day(first.date),
          number(first.notReady),
          day(last.date),
          number(last.notReady),
          number(last.atRisk),
        )}
      >
        <defs>
          <pattern id="trend-risk" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="trend-risk-soft" width="5" height="5" />
            <rect className="trend-risk" width="2" height="5" />
          </pattern>
        </defs>
        {[top / 2, top].map((people) => (
          <ScaleLine key={people} people={people} y={y} />
        ))}
        {days.map((one, index) => (
          <DayBar
            key={one.date}
            day={one}
            title={words.day(day(one.date), number(one.notReady), number(one.atRisk))}
            x={index * step}
            width={step - 1.2}
            y={y}
          />
        ))}
        <path className="trend-base" d={`M0 ${HEIGHT + 8.5}H${WIDTH}`} />
        <text className="trend-text" x="0" y={HEIGHT + 23}>
          {day(first.date)}
        </text>
        <text className="trend-text" x={WIDTH} y={HEIGHT + 23} textAnchor="end">
          {day(last.date)}
        </text>
      </svg>
    </section>
  );
}

/** A line across the days, with the number of people for which it stands. */
function ScaleLine({ people, y }: { readonly people: number; readonly y: (people: number) => number }): ReactNode {
  return (
    <g>
      <path className="trend-line" d={`M0 ${y(people) + 8}H${WIDTH}`} />
      <text className="trend-text" x={WIDTH + 4} y={y(people) + 12}>
        {number(people)}
      </text>
    </g>
  );
}

/** A day as a bar: the people who were not ready, and on top of them those at risk. */
function DayBar({
  day: { notReady, atRisk },
  title,
  x,
  width,
  y,
}: {
  readonly day: { readonly notReady: number; readonly atRisk: number };
  readonly title: string;
  readonly x: number;
  readonly width: number;
  /** The place of a number of people, from the top. */
  readonly y: (people: number) => number;
}): ReactNode {
  return (
    <g>
      <title>{title}</title>
      <rect x={x} y={y(notReady + atRisk) + 8} width={width} height={HEIGHT - y(atRisk)} fill="url(#trend-risk)" />
      <rect className="trend-not" x={x} y={y(notReady) + 8} width={width} height={HEIGHT - y(notReady)} />
    </g>
  );
}

/** The smallest of 2, 4, 10, 20, 40, 100, … that is not less than a number; half of it is an integer. */
function niceTop(people: number): number {
  const decade = 10 ** Math.floor(Math.log10(people));
  return [2, 4, 10, 20].map((factor) => factor * decade).find((top) => top >= people) ?? people;
}
