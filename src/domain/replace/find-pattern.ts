import { failed, ok, type Result } from '../../kernel/problem.ts';
import { linearPattern } from '../search/regex/linear.ts';
import { NotSearchable, parsePattern } from '../search/regex/syntax.ts';
import { type CapturingProgram, capturingProgramOf } from './capturing-program.ts';
import { findMatches } from './find-matches.ts';
import type { TextChange } from './find-text.ts';
import { readReplacement, replacementOf } from './replacement.ts';

/**
 * Finds a regular expression in a field's HTML as it is written; `.` is no line break, ^ and $ are
 * the field's ends. `replaceWith`: see readReplacement. A pattern whose time could grow faster than
 * the text (looking ahead or behind, back references) is a problem, as in a search.
 */
export function patternChanges(
  source: string,
  replaceWith: string,
  matchCase: boolean,
): Result<(html: string) => TextChange[]> {
  const flags = matchCase ? 'u' : 'iu';
  const read = linearPattern(source, flags);
  if (!read.ok) return unreadable(read.reason);
  const program = compiled(source);
  if (typeof program === 'string') return unreadable(program);
  const replacement = readReplacement(replaceWith, program.groupCount, program.groupNames);
  if (!replacement.ok) return replacement;
  return ok((html) => {
    // Most fields hold no match, which this test is quicker to see.
    if (!read.test(html)) return [];
    return Array.from(findMatches(program, html, flags), (marks) => ({
      from: marks[0] ?? 0,
      to: marks[1] ?? 0,
      after: replacementOf(replacement.value, html, marks),
    }));
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
    `The regular expression cannot be used: ${reason}.`,
    'Nothing was changed.',
    'Correct it, or search for plain text.',
  );
}
