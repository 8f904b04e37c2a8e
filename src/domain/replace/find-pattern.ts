import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { escapeText } from '../template/html/entities.ts';
import { withoutUnseen } from '../text/as-read.ts';
import { linearPattern } from '../search/regex/linear.ts';
import { patternAsRead, WORD_CHARACTER } from '../search/regex/search-pattern.ts';
import { NotSearchable, parsePattern } from '../search/regex/syntax.ts';
import { type CapturingProgram, capturingProgramOf } from './capturing-program.ts';
import { findMatches, GAP } from './find-matches.ts';
import { holdsTags, type TextChange, textAsHtml } from './find-text.ts';
import { type Replacement, readReplacement, replacementOf } from './replacement.ts';
import { placed, type Stretch, seenStretches, seenText } from './seen-stretches.ts';

/**
 * Finds a regular expression in what a reader sees of a field (seenStretches), never across what
 * parts it, or with `inHtml` in its HTML as it is written; `.` is no line break, ^ and $ are the
 * field's ends. `replaceWith`: see readReplacement. A pattern whose time could grow faster than the
 * text (looking ahead or behind, back references) is a problem, as in a search.
 */
export function patternChanges(
  source: string,
  replaceWith: string,
  { matchCase, inHtml }: { readonly matchCase: boolean; readonly inHtml: boolean },
): Result<(html: string) => TextChange[]> {
  const asked = inHtml ? source : source.normalize('NFC');
  const { pattern, flags } = patternAsRead(asked, matchCase ? 'u' : 'iu');
  const read = linearPattern(pattern, flags, WORD_CHARACTER);
  if (!read.ok) return unreadable(read.reason);
  const program = compiled(pattern);
  if (typeof program === 'string') return unreadable(program);
  const replacement = readReplacement(replaceWith, program.groupCount, program.groupNames);
  if (!replacement.ok) return replacement;
  // Most fields hold no match, which the test is quicker to see.
  if (inHtml) {
    return ok((html) =>
      read.test(html) ? changesIn(html, program, flags, replacement.value) : [],
    );
  }
  const isHtml = holdsTags(replaceWith);
  const put = replacement.value.map((part) =>
    typeof part === 'string' && !isHtml ? textAsHtml(part) : part,
  );
  return ok((html) => {
    const stretches = seenStretches(html);
    const text = stretches.map(({ from, to }) => seenText(html.slice(from, to), withoutUnseen));
    if (!read.test(text.join(GAP))) return [];
    return changesSeen(html, stretches, program, flags, put);
  });
}

function changesIn(
  html: string,
  program: CapturingProgram,
  flags: 'u' | 'iu',
  replacement: Replacement,
): TextChange[] {
  return Array.from(findMatches(program, html, flags), (marks) => ({
    from: marks[0] ?? 0,
    to: marks[1] ?? 0,
    after: replacementOf(replacement, html, marks),
  }));
}

function changesSeen(
  html: string,
  stretches: readonly Stretch[],
  program: CapturingProgram,
  flags: 'u' | 'iu',
  replacement: Replacement,
): TextChange[] {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const [index, { from, to }] of stretches.entries()) {
    if (index > 0) {
      text += GAP;
      starts.push(stretches[index - 1]?.to ?? from);
      ends.push(from);
    }
    const part = placed(html.slice(from, to), from, withoutUnseen);
    text += part.text;
    for (const start of part.starts) starts.push(start);
    for (const end of part.ends) ends.push(end);
  }
  return Array.from(findMatches(program, text, flags), (marks) => {
    const [first = 0, last = 0] = marks;
    const from = starts[first] ?? ends.at(-1) ?? html.length;
    const to = last > first ? (ends[last - 1] ?? from) : from;
    return { from, to, after: replacementOf(replacement, text, marks, escapeText) };
  });
}

/** The pattern's program, or half a sentence: why there is none. */
function compiled(source: string): CapturingProgram | string {
  try {
    return capturingProgramOf(parsePattern(source));
  } catch (error) {
    if (error instanceof NotSearchable) return error.message;
    throw error;
  }
}

function unreadable(reason: string): Result<never> {
  return failed(
    t`The regular expression cannot be used: ${reason}.`,
    t`Nothing was changed.`,
    t`Correct it, or search for plain text.`,
  );
}
