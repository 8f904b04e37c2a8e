import type { CardId, NoteId } from '../src/kernel/ids.ts';
import { slotOf } from '../src/kernel/ids.ts';
import type { Card } from '../src/domain/collection/card.ts';
import type { Schedule } from '../src/domain/memory/schedule.ts';
import { renderCard } from '../src/domain/template/render.ts';
import { tagsOf } from '../src/domain/content/note.ts';
import { fieldText } from '../src/domain/content/note-type.ts';
import { STOCK_TYPES } from '../src/domain/content/stock.ts';
import type { Next } from '../src/engine/commands/study/study.ts';
import type { Deps } from '../src/engine/deps.ts';
import { createEngine, type Engine } from '../src/engine/engine.ts';
import type { RoundsDatabase } from '../src/store/schema.ts';
import { withoutKeys } from '../src/store/reach.ts';

/** Rows on the first screen of the library. */
const SCREENFUL = 40;

/** A note as bench/in_anki.py takes it, with the schedules and logged answers of its cards. */
export interface NoteForAnki {
  readonly type: string;
  readonly deck: string;
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly cards: readonly {
    readonly slot: number;
    readonly position: number;
    readonly flag: number;
    readonly suspended: boolean;
    readonly schedule: Schedule;
    readonly reviews: readonly (readonly number[])[];
  }[];
}

/** The notes after `after`, oldest first, `count` of them. */
export async function notesForAnki(
  db: RoundsDatabase,
  after: string,
  count: number,
): Promise<{ readonly notes: readonly NoteForAnki[]; readonly last: string | undefined }> {
  const decks = new Map((await db.decks.toArray()).map(({ id, name }) => [id as string, name]));
  const notes = await db.notes.where('id').above(after).limit(count).toArray();
  const last = notes.at(-1)?.id;
  const range = last && ([`${notes[0]?.id}/`, `${last}0`] as const);
  if (!range) return { notes: [], last };
  const cards = new Map<NoteId, Card[]>();
  for (const row of await db.cards
    .where('id')
    .between(...range)
    .toArray()) {
    const noteId = row.id.slice(0, row.id.lastIndexOf('/')) as NoteId;
    cards.set(noteId, [...(cards.get(noteId) ?? []), withoutKeys(row)]);
  }
  const answers = new Map<CardId, number[][]>();
  const reviews = db.reviews.where('[cardId+atMillis]').between([range[0], 0], [range[1], 0]);
  await reviews.each(({ cardId, atMillis, grade, durationMillis, intervalDays }) => {
    const own = answers.get(cardId) ?? [];
    own.push([atMillis, grade, Math.round(durationMillis), intervalDays]);
    answers.set(cardId, own);
  });
  return {
    last,
    notes: notes.map((note): NoteForAnki => {
      const type = STOCK_TYPES.find(({ id }) => id === note.noteTypeId);
      const names = type?.kind === 'cloze' ? ['text', 'extra'] : ['front', 'back'];
      return {
        type: note.noteTypeId,
        deck: decks.get(note.deckId) ?? '',
        fields: names.map((name) => fieldText(note.fields, name as never)),
        tags: tagsOf(note),
        cards: (cards.get(note.id) ?? []).map((card) => ({
          slot: slotOf(card.id),
          position: card.position,
          flag: card.flag,
          suspended: card.suspended,
          schedule: card.schedule,
          reviews: answers.get(card.id) ?? [],
        })),
      };
    }),
  };
}

/** What Rounds does in the rows beside Anki: the same work, without a screen, as Anki's has none. */
export class BesideAnki {
  readonly #deps: Deps;
  readonly #engine: Engine;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#engine = createEngine(deps);
  }

  /** The first card of all that today asks for, both sides as HTML. */
  async firstCard(): Promise<void> {
    await this.#engine.run('beginStudy', {});
    await this.#next();
  }

  /** Good, and until the next card is HTML, `times` over. */
  async answers(times: number): Promise<void> {
    let card = await this.#next();
    for (let time = 0; time < times; time++) {
      // As the review does it: the first while the answer is looked at.
      const ready = await this.#engine.run('prepareNext', card);
      const ahead = ready.ok ? ready.value : undefined;
      const saved = await this.#engine.run('answerCard', card, 3, 4_000, ahead?.foreseen);
      if (!saved.ok) throw new Error(saved.problem.what);
      const next = await this.#engine.run('nextAfter', saved.value.operation, ahead);
      if (!next.ok) throw new Error(next.problem.what);
      card = shown(next.value);
    }
  }

  async tree(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      await this.#engine.ask('today', { now: this.#deps.clock() });
    }
  }

  /** The library's first screenful and the number of all, before there is an index. */
  async look(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      const [rows, total] = await Promise.all([
        this.#engine.ask('firstRows', { mode: 'cards', limit: SCREENFUL }),
        this.#engine.ask('libraryTotal', { mode: 'cards' }),
      ]);
      if (!rows.ok || !total.ok) throw new Error('no first look');
    }
  }

  /** Searches, newest notes first, and the rows of the first screen; how much the last one found. */
  async search(texts: readonly string[]): Promise<number> {
    let cards = 0;
    for (const text of texts) {
      const sort = { column: 'added', descending: true } as const;
      const found = await this.#engine.ask('find', { text, mode: 'cards', sort });
      if (!found.ok) throw new Error(found.problem.what);
      await this.#engine.ask('rows', { token: found.value.token, from: 0, to: SCREENFUL });
      cards = found.value.cards;
    }
    return cards;
  }

  async #next(): Promise<Card> {
    const read = await this.#engine.run('nextInStudy');
    if (!read.ok) throw new Error(read.problem.what);
    return shown(read.value);
  }
}

function shown(next: Next): Card {
  if (next.kind !== 'card') throw new Error('nothing is left to study');
  const { card, note, noteType, deck } = next.showing;
  const tags = tagsOf(note);
  const input = { type: noteType, fields: note.fields, tags, deckName: deck.name };
  renderCard({ ...input, slot: slotOf(card.id), flag: card.flag });
  return card;
}
