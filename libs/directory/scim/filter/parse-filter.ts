import { truncate } from '#platform/text';
import { type Token, filterTokens, invalidFilter } from './filter-tokens.js';

const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr'] as const;
export type Operator = (typeof OPERATORS)[number];

/** One comparison. `pr` has no value. */
export interface Comparison {
  /** As written, with the path of the brackets around it: `emails[type eq "work"]` compares `emails.type`. */
  readonly path: string;
  readonly operator: Operator;
  readonly value: string | number | boolean | null | undefined;
  readonly isNegated: boolean;
}

/** A filter as a tree: `any` and `all` have at least one part. */
export type FilterNode = Comparison | { readonly any: readonly FilterNode[] } | { readonly all: readonly FilterNode[] };

/** Each comparison becomes a condition of a statement: hundreds keep a database connection busy for seconds. */
const MAX_COMPARISONS = 50;
/** Depth of nested brackets. */
const MAX_NESTING = 5;

/**
 * Parses a filter (RFC 7644, section 3.4.2.2) in time linear in its length. The library's parser never gets texts of
 * clients: it takes time exponential in the length of an unclosed text and in the number of groups, and it writes to
 * `Object.prototype`.
 * @throws ScimError `invalidFilter` with the limit that is exceeded, or with what cannot be parsed
 */
export function parseFilter(filter: string): FilterNode {
  const parser = new Parser(filterTokens(filter));
  const node = parser.disjunction('');
  parser.demandEnd();
  return node;
}

class Parser {
  private position = 0;
  private comparisons = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** @param prefix of the attributes inside brackets: `emails.` */
  disjunction(prefix: string): FilterNode {
    const any = [this.conjunction(prefix)];
    while (this.takeWord('or')) any.push(this.conjunction(prefix));
    return { any };
  }

  demandEnd(): void {
    const token = this.tokens[this.position];
    if (token !== undefined) throw invalidFilter(`the filter cannot be parsed from ${truncate(token.text)} on`);
  }

  private conjunction(prefix: string): FilterNode {
    const all = [this.term(prefix)];
    while (this.takeWord('and')) all.push(this.term(prefix));
    return { all };
  }

  private term(prefix: string): FilterNode {
    const isNegated = this.takeWord('not');
    if (this.peek()?.kind === '(') {
      if (isNegated) throw invalidFilter('"not (…)" is not supported');
      return this.inside('(', ')', prefix);
    }
    const path = prefix + this.demandWord('an attribute');
    return this.peek()?.kind === '[' ? this.complex(path, isNegated) : this.comparison(path, isNegated);
  }

  /** `emails[type eq "work"]`, `emails[type eq "work"].value eq "ada@acme.com"`. */
  private complex(path: string, isNegated: boolean): FilterNode {
    if (isNegated) throw invalidFilter('"not …[…]" is not supported');
    const condition = this.inside('[', ']', `${path}.`);
    const subAttribute = this.takeSubAttribute();
    if (subAttribute === '' && !isOperator(this.peek()?.text.toLowerCase())) return condition;
    return { all: [condition, this.comparison(path + subAttribute, false)] };
  }

  /** `.value` after a bracket; empty if there is none. */
  private takeSubAttribute(): string {
    const token = this.peek();
    if (token?.kind !== 'word' || !token.text.startsWith('.')) return '';
    this.position++;
    return token.text;
  }

  private inside(open: Token['kind'], close: Token['kind'], prefix: string): FilterNode {
    this.demand(open);
    if (++this.depth > MAX_NESTING) throw invalidFilter(`a filter has at most ${MAX_NESTING} levels of brackets`);
    const node = this.disjunction(prefix);
    this.demand(close);
    this.depth--;
    return node;
  }

  private comparison(path: string, isNegated: boolean): Comparison {
    if (++this.comparisons > MAX_COMPARISONS)
      throw invalidFilter(`a filter has at most ${MAX_COMPARISONS} comparisons`);
    const operator = this.demandWord('an operator').toLowerCase();
    if (!isOperator(operator)) throw invalidFilter(`there is no operator ${truncate(operator)}`);
    return { path, operator, value: operator === 'pr' ? undefined : this.value(), isNegated };
  }

  private value(): Comparison['value'] {
    const token = this.tokens[this.position++];
    if (token?.kind === 'text') return token.text;
    if (token?.kind !== 'word' || token.text.startsWith('.')) throw invalidFilter('a comparison has no value');
    const word = token.text.toLowerCase();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    // Some providers omit the quotes.
    return NUMBER.test(word) ? Number(word) : token.text;
  }

  private peek(): Token | undefined {
    return this.tokens[this.position];
  }

  private takeWord(word: string): boolean {
    const token = this.peek();
    const isNext = token?.kind === 'word' && token.text.toLowerCase() === word;
    if (isNext) this.position++;
    return isNext;
  }

  private demandWord(what: string): string {
    const token = this.tokens[this.position++];
    if (token?.kind !== 'word' || token.text.startsWith('.')) throw invalidFilter(`the filter lacks ${what}`);
    return token.text;
  }

  private demand(kind: Token['kind']): void {
    if (this.tokens[this.position++]?.kind !== kind) throw invalidFilter(`the filter lacks "${kind}"`);
  }
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/;

function isOperator(word: string | undefined): word is Operator {
  return OPERATORS.some((operator) => operator === word);
}
