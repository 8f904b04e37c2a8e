import type { FieldTexts } from '../../domain/content/note-type.ts';
import type { FieldId } from '../../kernel/ids.ts';
import { plural, t } from '../../kernel/texts.ts';
import type { TextNote } from '../text-table/text-notes.ts';
import { firstTextOf } from './first-text.ts';

/** How rows are known for the same note. */
export interface Sameness {
  /** By how they begin; otherwise only by a mark of identity, and by nothing where all are wanted. */
  readonly byText: boolean;
  /** Of two with one mark the later counts, as if the table were read twice; otherwise the first. */
  readonly laterCounts: boolean;
  /** Where a row's note is at home, for tables that match within a deck; '' elsewhere. */
  deckOf(row: TextNote): string;
}

/**
 * Rows that mean one note as one (ANKI-60): those with one mark of identity, and those that begin
 * alike and do not differ in anything that both say. Rows that begin alike and differ stay notes of
 * their own: of two meanings of a word neither may be lost.
 */
export function rowsOfOneNote(
  rows: readonly TextNote[],
  { byText, laterCounts, deckOf }: Sameness,
): { readonly notes: readonly TextNote[]; readonly problems: readonly string[] } {
  const notes: TextNote[] = [];
  const byMark = new Map<string, number>();
  const firstOf = new Map<string, number>();
  const byWords = new Map<string, number>();
  const ofOneMark: number[] = [];
  const alike: number[] = [];
  const differing: number[] = [];
  for (const row of rows) {
    if (row.guid !== '') {
      const at = byMark.get(row.guid);
      if (at === undefined) byMark.set(row.guid, notes.push(row) - 1);
      else {
        ofOneMark.push(row.line);
        const earlier = notes[at];
        if (earlier && laterCounts) notes[at] = over(earlier, row);
      }
      continue;
    }
    if (!byText) {
      notes.push(row);
      continue;
    }
    const key = JSON.stringify([row.type.id, firstTextOf(row), deckOf(row)]);
    const words = key + JSON.stringify(Object.entries(row.fields).sort());
    const first = firstOf.get(key);
    const same = byWords.get(words) ?? first;
    const earlier = same === undefined ? undefined : notes[same];
    if (same !== undefined && earlier && isAgreed(earlier.fields, row.fields)) {
      alike.push(row.line);
      notes[same] = over(earlier, row);
      continue;
    }
    if (first !== undefined) differing.push(row.line);
    const at = notes.push(row) - 1;
    if (first === undefined) firstOf.set(key, at);
    byWords.set(words, at);
  }
  const problems = [
    ofOneMark.length > 0 &&
      t`${said(ofOneMark, 'has', 'have')} the mark of identity of an earlier one: ${laterCounts ? t`the last of them counts` : t`the first of them counts`}.`,
    alike.length > 0 &&
      t`${said(alike, 'says', 'say')} what an earlier one says: each is one note.`,
    differing.length > 0 &&
      plural(
        differing.length,
        '{differing} like an earlier one and says something else: each is a note of its own.',
        '{differing} like an earlier one and say something else: each is a note of its own.',
        { differing: said(differing, 'begins', 'begin') },
      ),
  ];
  return { notes, problems: problems.filter((each) => each !== false) };
}

/** The later row over the earlier: what it leaves empty stays, and all tags are kept. */
function over(earlier: TextNote, later: TextNote): TextNote {
  const tags = [...new Set([...earlier.tags, ...later.tags])];
  if (earlier.type !== later.type) return { ...later, tags };
  const written = Object.entries(later.fields).filter(([, text]) => text !== '');
  const deck = earlier.guid === '' ? earlier.deck : later.deck;
  return { ...later, deck, fields: { ...earlier.fields, ...Object.fromEntries(written) }, tags };
}

/** Whether nothing that both say differs; what begins alike is said by both. */
function isAgreed(one: FieldTexts, other: FieldTexts): boolean {
  return Object.entries(other).every(([id, text]) => {
    const mine = one[id as FieldId] ?? '';
    return mine === '' || text === '' || mine === text;
  });
}

/** '1 row (line 3) has', '2 rows (lines 3, 9) have'. */
function said(lines: readonly number[], one: string, many: string): string {
  const shown = `${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ', …' : ''}`;
  return plural(lines.length, '1 row (line {shown}) {one}', '# rows (lines {shown}) {many}', {
    shown,
    one,
    many,
  });
}
