import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ColumnHeads } from '../../../shared/list/column-heads.js';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import { usePhone } from '../../../shared/ui/use-phone.js';
import type { Summary } from '../board-data.js';
import { KINDS, type ReadinessSearch } from '../readiness-search.js';
import { ShareBar } from './share-bar.js';

/** The share of a site's people from which on each tint is used. */
const TINTS = [0.5, 0.05, 0.025];

/** The worst sites are shown at first, so that the people below stay near. */
const SHOWN = 12;

/** Sites by reason, the worst first. Each figure leads to the people behind it. */
export function SiteHeat({
  sites,
  search,
  isBusy,
}: {
  readonly sites: Summary['sites'];
  readonly search: ReadinessSearch;
  /** True: other numbers are being read. */
  readonly isBusy: boolean;
}): ReactNode {
  const { sites: words, kinds } = text.readiness;
  const [areAll, setAll] = useState(false);
  /** The table is wider than a phone, and scrolls by keys, too. */
  const isPhone = usePhone();
  const rows = sites
    .filter(({ total, site }) => total > 0 && (search.site === undefined || site === search.site))
    .toSorted((one, other) => share(other) - share(one) || other.total - one.total);
  return (
    <section className="counted" aria-busy={isBusy}>
      <SectionHead title={words.title} help={words.help} helpClass="only-desk" />
      <div className="heat-place" {...(isPhone && { role: 'region', tabIndex: 0, 'aria-label': words.title })}>
        <table className="heat">
          <caption className="sr">{words.caption}</caption>
          <thead>
            <tr>
              <ColumnHeads
                columns={[
                  { name: words.site, className: 'h-site' },
                  { name: words.people, className: 'h-n num r' },
                  { name: words.share, className: 'h-share' },
                  ...KINDS.map((kind) => ({ name: kinds[kind], className: 'hk r' })),
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, areAll ? undefined : SHOWN).map((row) => (
              <SiteRow key={row.site ?? words.none} row={row} search={search} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && (
        <Button className="more" look="ghost" aria-expanded={areAll} onClick={() => setAll(!areAll)}>
          {areAll ? words.fewer(SHOWN) : words.all(number(rows.length))}
        </Button>
      )}
    </section>
  );
}

/** A site, or the people without one, who have no figures that lead to them. */
function SiteRow({
  row: { site, total, kinds, ...counts },
  search,
}: {
  readonly row: Summary['sites'][number];
  readonly search: ReadinessSearch;
}): ReactNode {
  const { sites: words, kinds: kindWords } = text.readiness;
  const name = site ?? words.none;
  return (
    <tr>
      <th scope="row" title={name}>
        {site === null ? (
          name
        ) : (
          <Link to="/readiness" search={{ ...search, site }}>
            {name}
          </Link>
        )}
      </th>
      <td className="num h-total">{number(total)}</td>
      <td className="share-cell">
        <ShareBar counts={{ total, ...counts }} />
      </td>
      {KINDS.map((kind) => (
        <td key={kind} className={`hk ${tint(kinds[kind], total)}`}>
          {site === null || kinds[kind] === 0 || (search.kind ?? kind) !== kind ? (
            // No link: the board filters by one reason at a time, and cannot list people by two.
            <span>{number(kinds[kind])}</span>
          ) : (
            <Link
              to="/readiness"
              search={{ ...search, site, kind }}
              aria-label={words.filter(kinds[kind], kindWords[kind], name)}
            >
              {number(kinds[kind])}
            </Link>
          )}
        </td>
      ))}
    </tr>
  );
}

function share({ notReady, atRisk, total }: Summary['sites'][number]): number {
  return (notReady + atRisk / 1_000) / total;
}

function tint(people: number, total: number): string {
  if (people === 0) return 'h0';
  const step = TINTS.findIndex((from) => people / total >= from);
  return step === -1 ? 'h1' : `h${4 - step}`;
}
