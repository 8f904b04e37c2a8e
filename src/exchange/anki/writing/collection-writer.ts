import { DEFAULT_PRESET_ID, type Deck, type Preset } from '../../../domain/collection/deck.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { type DeckId, slotOf } from '../../../kernel/ids.ts';
import { startOfStudyDay, studyDayOf } from '../../../kernel/study-day.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import type { AnkiId } from '../anki-collection.ts';
import type { AnkiDays } from '../mapping/schedules.ts';
import { exactJson } from '../tables/exact-json.ts';
import { RowWriter } from './database/row-writer.ts';
import { INDEXES, TABLES } from './database/schema-11.ts';
import { deckTree, type DeckInTree } from './deck-tree.ts';
import type { Json, OutgoingCard, OutgoingCollection, OutgoingNote } from './outgoing.ts';
import { FreeMillis, OwnIds } from './own-ids.ts';
import { cardColumns, type CardRules, newColumns } from './rows/card-row.ts';
import { deckRow } from './rows/deck-row.ts';
import { checksum, noteColumns, sortColumn, tagsColumn } from './rows/note-row.ts';
import { presetRow } from './rows/preset-row.ts';
import { reviewRows } from './rows/review-rows.ts';
import { typeRow } from './rows/type-row.ts';

/** Anki's own deck and options, which are always there. */
const DEFAULT_ID = 1;
/** Not yet with any server. */
const UNSYNCED = -1;

/** What was written, and what has no place in Anki. */
export interface Written {
  readonly notes: number;
  readonly cards: number;
  readonly reviews: number;
  /** Cards whose template is gone: Anki deletes such. */
  readonly cardsWithoutTemplate: number;
  readonly archivedNotes: number;
}

/** Writes a collection in Anki's tables: first what notes refer to, then note by note. */
export class AnkiCollectionWriter {
  readonly #rows: RowWriter;
  readonly #all: OutgoingCollection;
  readonly #types: ReadonlyMap<string, NoteType>;
  readonly #typeIds: OwnIds;
  readonly #deckIds: OwnIds;
  readonly #presetIds: OwnIds;
  readonly #decks: ReadonlyMap<DeckId, Deck>;
  readonly #tree: readonly DeckInTree[];
  readonly #days: AnkiDays;
  readonly #noteIds: FreeMillis;
  readonly #cardIds: FreeMillis;
  readonly #reviewIds: FreeMillis;
  readonly #nowSeconds: number;
  readonly #counts = { notes: 0, cards: 0, reviews: 0, cardsWithoutTemplate: 0, archivedNotes: 0 };

  private constructor(rows: RowWriter, all: OutgoingCollection) {
    this.#rows = rows;
    this.#all = all;
    const { clock, settings } = all;
    this.#types = new Map(all.types.map((type) => [type.id, type]));
    this.#typeIds = new OwnIds(all.types.map(({ id }) => id));
    this.#decks = new Map(all.decks.map((deck) => [deck.id, deck]));
    this.#tree = deckTree(all.decks);
    this.#deckIds = new OwnIds(
      this.#tree.map(({ key }) => key),
      new Map(this.#tree.flatMap(({ key, isDefault }) => (isDefault ? [[key, DEFAULT_ID]] : []))),
    );
    this.#presetIds = new OwnIds(
      all.presets.map(({ id }) => id),
      new Map(all.isWhole ? [[DEFAULT_PRESET_ID, DEFAULT_ID]] : []),
    );
    const { rolloverHour } = settings;
    const { utcOffsetMinutes } = clock;
    const firstDay = studyDayOf({ atMillis: all.begunAtMillis, utcOffsetMinutes }, rolloverHour);
    this.#days = { firstDay, utcOffsetMinutes, rolloverHour };
    const latest = clock.atMillis + MILLIS_PER_DAY;
    this.#noteIds = new FreeMillis(latest);
    this.#cardIds = new FreeMillis(latest);
    this.#reviewIds = new FreeMillis(latest);
    this.#nowSeconds = Math.floor(clock.atMillis / 1000);
  }

  static async open(all: OutgoingCollection): Promise<AnkiCollectionWriter> {
    return new AnkiCollectionWriter(await RowWriter.open(TABLES), all);
  }

  async add({ note, cards }: OutgoingNote): Promise<void> {
    const type = this.#types.get(note.noteTypeId);
    if (!type) throw new Error(`the type ${note.noteTypeId} was not named`);
    const { withSchedule } = this.#all;
    const own = noteColumns(note, type, withSchedule);
    const id = this.#noteIds.take(note.addedAtMillis);
    const [first = ''] = own.fields;
    const sortField = type.fields.findIndex((field) => field.id === type.sortFieldId);
    this.#rows.put('notes', [
      id,
      own.guid,
      this.#typeIds.of(type.id),
      own.modifiedSeconds,
      UNSYNCED,
      tagsColumn(own.tags),
      own.fields.join('\x1f'),
      sortColumn(own.fields[Math.max(0, sortField)] ?? ''),
      await checksum(first),
      0,
      '',
    ]);
    this.#counts.notes++;
    if (note.archived) this.#counts.archivedNotes++;
    for (const card of cards) this.#addCard(card, note.archived, id, type);
  }

  #addCard(outgoing: OutgoingCard, isArchived: boolean, noteId: number, type: NoteType): void {
    const { card } = outgoing;
    const slot = slotOf(card.id);
    const ord =
      type.kind === 'standard'
        ? type.templates.findIndex((template) => template.slot === slot)
        : slot - 1;
    if (ord < 0) {
      this.#counts.cardsWithoutTemplate++;
      return;
    }
    // What the note no longer asks for would be a blank card there.
    if (card.absent && !isArchived) return;
    const rules = this.#rulesOf(card.deckId);
    const place = card.position + 1;
    const { withSchedule } = this.#all;
    const columns = withSchedule ? cardColumns(card, place, rules) : newColumns(place);
    const { schedule } = card;
    const last = schedule.state === 'new' ? undefined : schedule.lastReview.atMillis;
    const modified =
      withSchedule && last !== undefined ? Math.floor(last / 1000) : this.#nowSeconds;
    const id = this.#cardIds.take(noteId + slot - 1);
    this.#rows.put('cards', [
      id,
      noteId,
      this.#deckIds.of(card.deckId),
      ord,
      modified,
      UNSYNCED,
      columns.type,
      isArchived ? -1 : columns.queue,
      columns.due,
      columns.ivl,
      columns.factor,
      columns.reps,
      columns.lapses,
      columns.left,
      0,
      0,
      columns.flags,
      columns.data,
    ]);
    this.#counts.cards++;
    if (withSchedule) this.#addReviews(outgoing, id, rules);
  }

  #addReviews(outgoing: OutgoingCard, cardId: number, rules: CardRules): void {
    for (const entry of reviewRows(outgoing, rules)) {
      this.#rows.put('revlog', [
        this.#reviewIds.take(entry.atMillis),
        cardId,
        UNSYNCED,
        entry.grade,
        entry.interval,
        entry.lastInterval,
        entry.factor,
        entry.durationMillis,
        entry.type,
      ]);
      this.#counts.reviews++;
    }
  }

  #rulesOf(deckId: DeckId): CardRules {
    const { presets, settings, clock } = this.#all;
    const preset = presetOf(this.#decks.get(deckId), presets);
    return {
      days: this.#days,
      today: studyDayOf(clock, settings.rolloverHour),
      weights: preset.weights ?? settings.weights,
      preset,
    };
  }

  /** The database's bytes, and what stands in it. Nothing can be added any more. */
  end(): { readonly bytes: Uint8Array; readonly written: Written } {
    const { clock } = this.#all;
    const { firstDay, utcOffsetMinutes } = this.#days;
    const crt = startOfStudyDay(firstDay, utcOffsetMinutes, 4) / 1000;
    this.#rows.put('col', [
      1,
      crt,
      clock.atMillis,
      clock.atMillis,
      11,
      0,
      0,
      0,
      exactJson(this.#config()),
      exactJson(this.#typeRows()),
      exactJson(this.#deckRows()),
      exactJson(this.#presetRows()),
      '{}',
    ]);
    return { bytes: this.#rows.end(INDEXES), written: this.#counts };
  }

  /** Lets go of the database where it is not wanted any more. */
  close(): void {
    this.#rows.close();
  }

  #config(): Json {
    const { settings } = this.#all;
    return {
      collapseTime: settings.learnAheadMinutes * 60,
      estTimes: true,
      sortBackwards: false,
      sched2021: true,
      creationOffset: -this.#days.utcOffsetMinutes,
      rollover: settings.rolloverHour,
      addToCur: true,
      sortType: 'noteFld',
      curDeck: DEFAULT_ID,
      curModel: this.#all.types[0] ? this.#typeIds.of(this.#all.types[0].id) : 0,
      newSpread: 0,
      timeLim: 0,
      dayLearnFirst: false,
      dueCounts: true,
      nextPos: 1 + this.#counts.notes,
      schedVer: 2,
      activeDecks: [DEFAULT_ID],
      fsrs: true,
      newCardsIgnoreReviewLimit: !this.#all.presets.some((each) => each.newWithinReviewLimit),
    };
  }

  #typeRows(): Json {
    return byId(
      this.#all.types.map((type) => typeRow(type, this.#typeIds.of(type.id), this.#nowSeconds)),
    );
  }

  #deckRows(): Json {
    return byId(
      this.#tree.map(({ key, name, deck }) => {
        const presetId = this.#presetIdOf(deck);
        const kept = deck && { id: deck.id, sections: deck.sections, edition: deck.edition };
        const source = deck?.source ?? '';
        return deckRow({ name, source }, this.#deckIds.of(key), presetId, this.#nowSeconds, kept);
      }),
    );
  }

  #presetIdOf(deck: Deck | undefined): AnkiId {
    if (!deck || !this.#all.withSchedule) return DEFAULT_ID;
    const preset = presetOf(deck, this.#all.presets);
    return this.#presetIds.has(preset.id) ? this.#presetIds.of(preset.id) : DEFAULT_ID;
  }

  #presetRows(): Json {
    const { presets, settings } = this.#all;
    const rowOf = (preset: Preset, id: AnkiId) => presetRow(preset, settings, id, this.#nowSeconds);
    const rows = this.#all.withSchedule
      ? presets.map((preset) => rowOf(preset, this.#presetIds.of(preset.id)))
      : [];
    const hasDefault = rows.some(({ id }) => id === DEFAULT_ID);
    const plain = { ...presetOf(undefined, []), name: 'Default' };
    return byId(hasDefault ? rows : [rowOf(plain, DEFAULT_ID), ...rows]);
  }
}

function byId(rows: readonly Json[]): Json {
  return Object.fromEntries(rows.map((row) => [String(row.id), row]));
}
