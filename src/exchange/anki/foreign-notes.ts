import type { Foreign } from '../../domain/collection/foreign.ts';
import { type Note, tagsOf } from '../../domain/content/note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { type CardId, cardIdOf, type DeckId, type Slot } from '../../kernel/ids.ts';
import type { AnkiCard, AnkiNote, AnkiReviews } from './anki-collection.ts';
import { type ForeignCard, foreignNote } from './foreign-rows.ts';
import type { Histories } from './mapping/answers/histories.ts';
import { slotOfOrd } from './mapping/note-types.ts';
import type { AnkiDays } from './mapping/schedules.ts';

/** A note's own row of Anki's and those of its cards, to be kept beside it (ANKI-28). */
export function foreignOfNote(
  { fields, tags, ...own }: AnkiNote,
  cards: readonly AnkiCard[],
  of: {
    readonly note: Note;
    readonly type: NoteType;
    readonly days: AnkiDays;
    readonly elsewhere: ReadonlyMap<CardId, DeckId>;
    readonly reviews: AnkiReviews;
    readonly histories: Histories;
  },
): Foreign {
  const moreFields = fields.slice(of.type.fields.length);
  const isSaidHere = tags.join(' ') === tagsOf(of.note).join(' ');
  const rows: Record<Slot, ForeignCard> = {};
  for (const { noteId: _, ord, ...card } of cards) {
    const slot = slotOfOrd(of.type, ord);
    const home = of.elsewhere.get(cardIdOf(of.note.id, slot));
    const logUsns = inRuns(of.reviews.usns, of.histories.of(card.id));
    rows[slot] = { ...card, ...(home && { home }), ...(logUsns.length > 0 && { logUsns }) };
  }
  return foreignNote({
    firstDay: of.days.firstDay,
    note: {
      ...own,
      ...(isSaidHere ? {} : { tags }),
      ...(moreFields.length > 0 && { moreFields }),
    },
    cards: rows,
  });
}

function inRuns(usns: Int32Array, rows: Int32Array): [usn: number, rows: number][] {
  const runs: [number, number][] = [];
  for (const at of rows) {
    const usn = usns[at] ?? 0;
    const last = runs.at(-1);
    if (last?.[0] === usn) last[1]++;
    else runs.push([usn, 1]);
  }
  return runs;
}
