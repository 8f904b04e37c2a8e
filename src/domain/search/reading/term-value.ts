import { t } from '../../../kernel/texts.ts';
import { type QueryPlace, unreadable } from '../query-problem.ts';
import type { Glob, TextTest } from '../query.ts';
import { searchPattern } from '../regex/search-pattern.ts';
import { readGlob, readPattern } from './escapes.ts';
import type { Term } from './term.ts';

/** A term with a name before a colon. */
export type Named = Term & { readonly name: QueryPlace };

export function readTest(source: string, term: Named): TextTest {
  if (term.modifier === 're') return readPatternTest(source, term, term.value);
  const glob = readGlob(source, term.value);
  return term.modifier === 'nc' ? { how: 'without-accents', glob } : plainTest(glob);
}

export function plainTest(glob: Glob): TextTest {
  return { how: 'plain', glob };
}

export function readPatternTest(source: string, term: Named, place: QueryPlace): TextTest {
  mustHaveValue(source, term, place, t`a regular expression`);
  const pattern = readPattern(source, place);
  const read = searchPattern(pattern);
  if (!read.ok) {
    unreadable(
      place,
      t`“${pattern}” cannot be searched for: ${read.reason}.`,
      t`Change the pattern, or search for plain words with * between them.`,
    );
  }
  return { how: 'pattern', source: pattern };
}

/** A name with wildcards, which must be there. */
export function readName(source: string, term: Named, what: string): Glob {
  const place = valuePlace(source, term);
  mustHaveValue(source, term, place, what);
  return readGlob(source, place);
}

export function mustHaveValue(source: string, term: Named, place: QueryPlace, what: string): void {
  if (place.from < place.to) return;
  const name = source.slice(term.name.from, term.name.to);
  const isGroup = source[term.place.to] === '(';
  unreadable(
    term.place,
    t`“${name}:” needs ${what}.`,
    isGroup
      ? t`Put what comes after the colon in quotes.`
      : t`Write it right after the colon, in quotes if it has spaces.`,
  );
}

/** All that comes after the colon, where `re:` and `nc:` mean nothing. */
export function valuePlace(source: string, { value, modifier, name, place }: Named): QueryPlace {
  if (!modifier) return value;
  if (source[value.from - 1] !== '"') return { from: value.from - 3, to: value.to };
  return unreadable(
    place,
    t`“${source.slice(name.from, name.to)}:” does not go with “${modifier}:”.`,
    t`Take “${modifier}:” away, or put all that comes after the first colon in quotes.`,
  );
}

export function wholeText(source: string, term: Named): string {
  const { from, to } = valuePlace(source, term);
  return source.slice(from, to);
}

/** Whether the value is `word`, not in quotes of its own: there it would be a name. */
export function isWord(source: string, term: Named, word: string): boolean {
  return !isQuotedValue(source, term) && wholeText(source, term).toLowerCase() === word;
}

export function isQuotedValue(source: string, { value }: Named): boolean {
  return source[value.from - 1] === '"';
}
