import { BASIC } from '../../domain/content/stock.ts';
import { type PrintedCard, printedCard } from '../../domain/printing/printed-card.ts';
import { noteIdOf, type NoteId, slotOf } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { readDecks } from '../../store/reads/decks.ts';
import { readNoteTypes } from '../../store/reads/notes.ts';
import { readNotesInFull } from '../../store/copies/outgoing.ts';
import type { ExportWhat } from './export-asked.ts';
import { noteIdsFor } from './note-ids.ts';
import { inWords } from '../in-words.ts';
import type { Asked } from '../queries/context.ts';
import { idsOfSearch } from '../queries/once/found.ts';

/** Cards as they stand on paper, in the order of their decks. */
export interface PrintablePages {
  readonly cards: readonly PrintedCard[];
  /** Cards beyond those that are printed at once. */
  readonly left: number;
}

/** More than any printer takes in one go, and what a page can show. */
const MOST_CARDS = 2_000;
const PAGE = 500;

/** The cards of what is chosen, for pages to print; archived notes and blank cards are left out. */
export function printableCards(
  { store, library }: Pick<Asked, 'store' | 'library'>,
  { what }: { readonly what: ExportWhat },
): Promise<Result<PrintablePages>> {
  return inWords(async () => {
    let chosen: Exclude<ExportWhat, { kind: 'search' }>;
    if (what.kind === 'search') {
      const found = await idsOfSearch({ library }, { text: what.text, mode: 'notes' });
      if (!found.ok) return found;
      chosen = { kind: 'notes', noteIds: found.value as readonly NoteId[] };
    } else chosen = what;
    const noteIds = await noteIdsFor(store, chosen);
    const types = new Map((await readNoteTypes(store)).map((type) => [type.id as string, type]));
    const decks = new Map((await readDecks(store)).map((deck) => [deck.id as string, deck.name]));
    const how = { isRange: chosen.kind === 'all', withHistory: false };
    const found: { readonly place: string; readonly card: PrintedCard }[] = [];
    let left = 0;
    for (let from = 0; from < noteIds.length; from += PAGE) {
      const page = await readNotesInFull(store, noteIds.slice(from, from + PAGE), how);
      const notes = new Map(page.notes.map((note) => [note.id, note]));
      for (const card of page.cards) {
        const note = notes.get(noteIdOf(card.id));
        if (!note || card.absent) continue;
        if (found.length >= MOST_CARDS) {
          left++;
          continue;
        }
        const deckName = decks.get(note.deckId) ?? '';
        const type = types.get(note.noteTypeId) ?? BASIC;
        const place = `${deckName}\0${String(card.position).padStart(9, '0')}`;
        found.push({ place, card: printedCard(card.id, slotOf(card.id), note, type, deckName) });
      }
    }
    found.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
    return ok({ cards: found.map(({ card }) => card), left });
  });
}
