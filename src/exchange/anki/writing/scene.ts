import { type Deck, DEFAULT_PRESET_ID, type Preset } from '../../../domain/collection/deck.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { DeckId, NoteTypeId } from '../../../kernel/ids.ts';
import { startOfStudyDay, studyDayOf } from '../../../kernel/study-day.ts';
import { MINUTES_PER_DAY } from '../../../kernel/time.ts';
import type { AnkiDeck } from '../anki-collection.ts';
import { type ForeignCollection, readForeignCollection } from '../foreign-rows.ts';
import { type AnkiDays, dayCountOf } from '../mapping/schedules.ts';
import { deckTree, type DeckInTree } from './deck-tree.ts';
import type { OutgoingCollection } from './outgoing.ts';
import { OwnIds } from './own-ids.ts';
import type { CardRules } from './rows/card-row.ts';

/** Anki's own deck and options, which are always there. */
export const DEFAULT_ID = 1;
/** At which hour a day began where nothing is said. */
const ROLLOVER_HOUR = 4;

/** What every row of a package is worked out with: numbers for names, and how days are counted. */
export class PackageScene {
  readonly all: OutgoingCollection;
  readonly nowSeconds: number;
  /** What an imported collection said of itself. */
  readonly foreign: ForeignCollection | undefined;
  /** Seconds: the day that dues are counted from begins then. */
  readonly createdSeconds: number;
  readonly days: AnkiDays;
  readonly today: number;
  readonly types: ReadonlyMap<NoteTypeId, NoteType>;
  readonly decks: ReadonlyMap<DeckId, Deck>;
  readonly tree: readonly DeckInTree[];
  /** Of Anki, given back with the whole of a collection. */
  readonly filtered: ReadonlyMap<string, AnkiDeck>;
  readonly typeIds: OwnIds;
  readonly deckIds: OwnIds;
  readonly presetIds: OwnIds;
  /** Sections of a deck's notes whose names no tag can bear as they are: kept beside the deck. */
  readonly spelt = new Map<DeckId, Set<string>>();
  /** Decks with notes of Anki's that were archived here. */
  readonly archives = new Set<DeckId>();
  /** Types and decks of the notes that were written. */
  readonly used = { types: new Set<string>(), decks: new Set<string>() };
  readonly #rules = new Map<DeckId, CardRules>();

  constructor(all: OutgoingCollection) {
    this.all = all;
    const { clock, settings } = all;
    this.nowSeconds = Math.floor(clock.atMillis / 1000);
    this.foreign = readForeignCollection(settings.foreign);
    const { utcOffsetMinutes } = clock;
    const { rolloverHour } = settings;
    this.createdSeconds = this.foreign?.createdSeconds ?? this.#begunSeconds();
    const west = this.foreign ? this.foreign.config.creationOffset : -utcOffsetMinutes;
    const isSaid = typeof west === 'number' && Math.abs(west) <= MINUTES_PER_DAY;
    const createdOffsetMinutes = isSaid ? 0 - west : undefined;
    const { firstDay } = dayCountOf(
      { createdSeconds: this.createdSeconds, config: { createdOffsetMinutes, rolloverHour } },
      utcOffsetMinutes,
    );
    this.days = { firstDay, utcOffsetMinutes, rolloverHour };
    this.today = studyDayOf(clock, rolloverHour);
    this.types = new Map(all.types.map((type) => [type.id, type]));
    this.decks = new Map(all.decks.map((deck) => [deck.id, deck]));
    this.tree = deckTree(all.decks);
    const others = all.isWhole && all.withSchedule ? (this.foreign?.otherDecks ?? []) : [];
    const names = new Set(this.tree.map(({ name }) => name.toLowerCase()));
    this.filtered = new Map(
      others
        .filter(({ isFiltered, name }) => isFiltered && !names.has(name.toLowerCase()))
        .map((deck) => [String(deck.id), deck]),
    );
    this.typeIds = new OwnIds(all.types.map(({ id }) => id));
    const fixed = this.tree.filter(({ isDefault }) => isDefault);
    this.deckIds = new OwnIds(
      [...this.tree.map(({ key }) => key), ...[...this.filtered.keys()].map((id) => `anki-${id}`)],
      new Map(fixed.map(({ key }) => [key, DEFAULT_ID])),
    );
    this.presetIds = new OwnIds(
      all.presets.map(({ id }) => id),
      new Map(
        all.isWhole && !hasAnkisDefault(all.presets) ? [[DEFAULT_PRESET_ID, DEFAULT_ID]] : [],
      ),
    );
  }

  /** The day before which nothing was made or answered. */
  #begunSeconds(): number {
    const { begunAtMillis, clock, settings } = this.all;
    const { utcOffsetMinutes } = clock;
    const day = studyDayOf({ atMillis: begunAtMillis, utcOffsetMinutes }, settings.rolloverHour);
    return startOfStudyDay(day, utcOffsetMinutes, ROLLOVER_HOUR) / 1000;
  }

  typeOf(id: NoteTypeId): NoteType {
    const type = this.types.get(id);
    if (!type) throw new Error(`the type ${id} was not named`);
    return type;
  }

  /** What the cards of a deck are worked out with. */
  rulesOf(deckId: DeckId): CardRules {
    const known = this.#rules.get(deckId);
    if (known) return known;
    const { presets, settings } = this.all;
    const preset = presetOf(this.decks.get(deckId), presets);
    const weights = preset.weights ?? settings.weights;
    const rules = { days: this.days, today: this.today, weights, preset };
    this.#rules.set(deckId, rules);
    return rules;
  }
}

function hasAnkisDefault(presets: readonly Preset[]): boolean {
  return presets.some(({ id }) => id === `anki-${DEFAULT_ID}`);
}
