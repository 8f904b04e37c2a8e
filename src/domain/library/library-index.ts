import type { SavedSearch } from '../collection/saved-search.ts';
import type { SimilarNote } from '../duplicates/duplicate-index.ts';
import type { DeckId, NoteId } from '../../kernel/ids.ts';
import type { Change } from '../collection/rows.ts';
import { retrievability } from '../memory/scheduler.ts';
import { type ClockReading, startOfStudyDay, studyDayOf } from '../../kernel/study-day.ts';
import type { Vocabulary } from '../search/complete.ts';
import { compileSplit } from '../search/match.ts';
import type { Query } from '../search/query.ts';
import type { SearchContext } from '../search/subject.ts';
import { Collection } from './collection.ts';
import { countsOf } from './counts.ts';
import { type DuplicateNotes, duplicatesAmong } from './texts/duplicate-notes.ts';
import type { CardEntry, NoteEntry } from './entries.ts';
import { Hits } from './rows/hits.ts';
import type { FindRequest, LibraryCounts, LibraryRow, Mode } from './library.ts';
import { Keeping } from './kept/keeping.ts';
import { NearestNote } from './texts/nearest-note.ts';
import { Needle } from './texts/needle.ts';
import { type Order, Orders } from './rows/orders.ts';
import type { PastAnswers } from './past-answers.ts';
import { libraryRowOf } from './rows/row.ts';
import type { TextBlock } from './texts/text-blocks.ts';
import type { RowMoment } from './rows/row-values.ts';
import { fieldNamesOf, vocabularyOf } from './vocabulary.ts';

/** Rows in their order; they show what is now, and stay in place when something changes. */
export type ListedEntries = {
  readonly cardCount: number;
  readonly noteCount: number;
} & (
  | { readonly mode: 'cards'; readonly entries: readonly CardEntry[] }
  | { readonly mode: 'notes'; readonly entries: readonly NoteEntry[] }
);

/** What a search is asked with, besides its query. */
export interface SearchCircumstances extends Omit<FindRequest, 'text'> {
  readonly now: ClockReading;
  /** What `deck:current` means. */
  readonly currentDeckId?: DeckId;
  /** As far back as answerDaysNeeded says; absent where the query asks for none. */
  readonly answers?: PastAnswers;
}

/** So many blocks of texts are looked at between two pauses. */
const BLOCKS_AT_ONCE = 16;

/** All cards and notes in memory, to be searched, sorted and counted. Pure: it reads no database. */
export class LibraryIndex {
  readonly #collection = new Collection();
  readonly #orders = new Orders(this.#collection);
  readonly #nearest = new NearestNote();
  /** For keeping all of it, and taking up what was kept before anything is asked. */
  readonly keeping = new Keeping(this.#collection);
  /** The day and offset for which orders are remembered. */
  #day = '';

  /** Rows as operations write them; what is read from a database comes in as added. */
  change(changes: readonly Change[]): void {
    this.#collection.change(changes);
    this.#orders.forget();
  }

  /** The hour at which a study day begins. */
  get rolloverHour(): number {
    return this.#collection.settings.rolloverHour;
  }

  today({ atMillis, utcOffsetMinutes }: ClockReading): RowMoment {
    const { rolloverHour } = this;
    const today = studyDayOf({ atMillis, utcOffsetMinutes }, rolloverHour);
    const startOfTodayMillis = startOfStudyDay(today, utcOffsetMinutes, rolloverHour);
    return { today, startOfTodayMillis };
  }

  /** What `query` finds. Time: one look at every note. */
  find(query: Query, asked: SearchCircumstances): ListedEntries {
    const steps = this.search(query, asked);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same with pauses, in which rows may be read but nothing may be changed. */
  *search(query: Query, asked: SearchCircumstances): Generator<undefined, ListedEntries> {
    const context = this.#context(asked);
    const order = this.#order(asked, context);
    if (query.kind === 'all' && order.everything) return order.everything;
    const { mode } = asked;
    const { notes, cards } = this.#collection;
    const { hits, cardCount, noteCount } = yield* this.#scan(query, mode, context);
    const listing: ListedEntries =
      mode === 'cards'
        ? { mode, cardCount, noteCount, entries: hits.inOrder(order, cards) }
        : { mode, cardCount, noteCount, entries: hits.inOrder(order, notes) };
    if (query.kind === 'all') order.everything = listing;
    return listing;
  }

  /** How many cards `query` finds, in whatever order: with pauses, as a search has them. */
  *count(
    query: Query,
    asked: Omit<SearchCircumstances, 'mode' | 'sort'>,
  ): Generator<undefined, number> {
    return (yield* this.#scan(query, 'cards', this.#context(asked))).cardCount;
  }

  /** The cards that `query` finds, in no order: with pauses, as a search has them. */
  *cards(
    query: Query,
    asked: Omit<SearchCircumstances, 'mode' | 'sort'>,
  ): Generator<undefined, CardEntry[]> {
    const { hits } = yield* this.#scan(query, 'cards', this.#context(asked));
    return hits.among(this.#collection.cards);
  }

  *#scan(query: Query, mode: Mode, context: SearchContext): Generator<undefined, Scan> {
    const { needles, withAbsent, ofNote, ofCard } = compileSplit(query, context);
    const { notes, cards, texts, absent } = this.#collection;
    const outOfSight = withAbsent ? new Uint8Array() : absent.flags;
    const isCards = mode === 'cards';
    const hits = new Hits(isCards ? cards.length : notes.length);
    let noteCount = 0;
    let cardCount = 0;
    const visit = (block: TextBlock, index: number): void => {
      const note = block.notes[index];
      if (!note || (ofNote && !ofNote(note))) return;
      const first = block.cardStarts[index] ?? 0;
      const end = block.cardStarts[index + 1] ?? 0;
      let found = 0;
      for (let at = first; at < end; at++) {
        const place = block.cardPlaces[at] ?? 0;
        if (outOfSight[place] === 1) continue;
        if (ofCard && !ofCard(note, cards[place])) continue;
        found++;
        if (isCards) hits.add(place);
      }
      cardCount += found;
      const isBareNote = first === end && (ofCard?.(note, undefined) ?? true);
      if (found > 0 || (isBareNote && !isCards)) {
        noteCount++;
        if (!isCards) hits.add(block.notePlaces[index] ?? 0);
      }
    };
    const sought = needles.map((text) => new Needle(text));
    for (let from = 0; from < texts.count; from += BLOCKS_AT_ONCE) {
      if (from > 0) yield;
      texts.visit(sought, from, from + BLOCKS_AT_ONCE, visit);
    }
    return { hits, cardCount, noteCount };
  }

  rows(
    { mode, entries }: ListedEntries,
    from: number,
    to: number,
    now: ClockReading,
  ): LibraryRow[] {
    const today = this.today(now);
    return mode === 'cards'
      ? entries.slice(from, to).map((entry) => libraryRowOf({ mode, entry }, today))
      : entries.slice(from, to).map((entry) => libraryRowOf({ mode, entry }, today));
  }

  ids({ mode, entries }: ListedEntries): string[] {
    return mode === 'cards'
      ? entries.map(({ card }) => card.id)
      : entries.map(({ note }) => note.id);
  }

  counts(now: ClockReading): LibraryCounts {
    return countsOf(this.#collection, { ...this.today(now), atMillis: now.atMillis });
  }

  /** Of all note types, for reading searches. */
  fieldNames(): string[] {
    return fieldNamesOf(this.#collection);
  }

  savedSearches(): readonly SavedSearch[] {
    return [...this.#collection.searches.values()];
  }

  duplicates(similarity: number): readonly DuplicateNotes[] {
    return duplicatesAmong(this.#collection.notes, similarity);
  }

  /** The note most like `text` (textOfNote), `except` left out, with pauses as of `search`. */
  nearest(text: string, except?: NoteId): Generator<undefined, SimilarNote | undefined> {
    return this.#nearest.among(this.#collection.notes, text, except);
  }

  vocabulary(): Vocabulary {
    return vocabularyOf(this.#collection);
  }

  #context({
    now,
    currentDeckId,
    answers,
  }: Omit<SearchCircumstances, 'mode' | 'sort'>): SearchContext {
    const today = this.today(now);
    const currentDeck = currentDeckId && this.#collection.decks.get(currentDeckId)?.name;
    return {
      ...today,
      atMillis: now.atMillis,
      learnAheadMinutes: this.#collection.settings.learnAheadMinutes,
      ...(currentDeck === undefined ? {} : { currentDeck }),
      retrievability: ({ card, deck }) => {
        const { options } = this.#collection.deckOf(deck.id);
        return retrievability(options, card.schedule, today.today);
      },
      answers: (historyId) => answers?.of(historyId) ?? [],
    };
  }

  #order({ mode, sort }: SearchCircumstances, today: RowMoment): KnownOrder {
    const day = `${today.today} ${today.startOfTodayMillis}`;
    if (day !== this.#day) this.#orders.forget();
    this.#day = day;
    return this.#orders.of(mode, sort, today);
  }
}

/** Which cards or notes a search found, in no order. */
interface Scan {
  readonly hits: Hits;
  readonly cardCount: number;
  readonly noteCount: number;
}

/** An order, and the listing of all there is in it, which is asked for most. */
interface KnownOrder extends Order {
  everything?: ListedEntries;
}
