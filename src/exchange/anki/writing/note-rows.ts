import type { NoteType } from '../../../domain/content/note-type.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { slotOf } from '../../../kernel/ids.ts';
import type { AnkiId } from '../anki-collection.ts';
import type { ForeignCard } from '../foreign-rows.ts';
import { tagOfOwn } from '../mapping/marks/rounds-mark.ts';
import { keptCard } from './kept/kept-card.ts';
import { type KeptNoteRow, keptNote } from './kept/kept-note.ts';
import type { OutgoingCard, OutgoingNote } from './outgoing.ts';
import { FreeMillis } from './own-ids.ts';
import { cardColumns, type CardColumns, newColumns } from './rows/card-row.ts';
import { checksum, noteColumns, sortColumn, tagsColumn } from './rows/note-row.ts';
import { reviewRows } from './rows/review-rows.ts';
import type { PackageScene } from './scene.ts';

export type Row = readonly (string | number | bigint | null | Uint8Array)[];

/** A note's rows in the tables notes, cards and revlog: the same in schemas 11 and 18. */
export interface NoteRows {
  readonly note: Row;
  readonly cards: readonly Row[];
  readonly reviews: readonly Row[];
  /** Cards whose template is gone, or that the note no longer asks for. */
  readonly leftOut: number;
}

/** Not yet with any server. */
const UNSYNCED = -1;
const SUSPENDED = -1;

/** Makes rows of notes; their numbers are given as they come. */
export class NoteRowMaker {
  readonly #scene: PackageScene;
  readonly #noteIds: FreeMillis;
  readonly #cardIds: FreeMillis;
  readonly #reviewIds: FreeMillis;

  constructor(scene: PackageScene) {
    this.#scene = scene;
    const latest = scene.all.clock.atMillis;
    this.#noteIds = new FreeMillis(latest);
    this.#cardIds = new FreeMillis(latest);
    this.#reviewIds = new FreeMillis(latest);
  }

  async rowsOf({ note, cards }: OutgoingNote): Promise<NoteRows> {
    const { all, typeIds } = this.#scene;
    const type = this.#scene.typeOf(note.noteTypeId);
    this.#scene.used.types.add(type.id);
    this.#scene.used.decks.add(note.deckId);
    const kept: KeptNoteRow = all.withSchedule
      ? keptNote(note, type)
      : { ...noteColumns(note, type, false), usn: UNSYNCED, flags: 0, data: '', own: undefined };
    const id = this.#noteIds.take(kept.id ?? note.addedAtMillis);
    const sortField = type.fields.findIndex((field) => field.id === type.sortFieldId);
    const row: Row = [
      id,
      kept.guid,
      typeIds.of(type.id),
      kept.modifiedSeconds,
      kept.usn,
      tagsColumn(kept.tags),
      kept.fields.join('\x1f'),
      sortColumn(kept.fields[Math.max(0, sortField)] ?? ''),
      await checksum(kept.fields[0] ?? ''),
      kept.flags,
      kept.data,
    ];
    if (note.archived && kept.own) this.#scene.archives.add(note.deckId);
    for (const section of note.sections) {
      if (tagOfOwn(note.id, section) === section) continue;
      const spelt = this.#scene.spelt.get(note.deckId) ?? new Set();
      this.#scene.spelt.set(note.deckId, spelt.add(section));
    }
    const made = cards.flatMap((card) => this.#cardRows(card, kept, note, id, type) ?? []);
    return {
      note: row,
      cards: made.map(({ card }) => card),
      reviews: made.flatMap(({ reviews }) => reviews),
      leftOut: cards.length - made.length,
    };
  }

  #cardRows(
    outgoing: OutgoingCard,
    kept: KeptNoteRow,
    note: OutgoingNote['note'],
    noteId: number,
    type: NoteType,
  ): { readonly card: Row; readonly reviews: readonly Row[] } | undefined {
    const { card } = outgoing;
    const slot = slotOf(card.id);
    const ord = ordOf(type, slot);
    const own = kept.own?.cards[slot];
    // What the note no longer asks for would be a blank card there; one that was there goes back.
    if (ord < 0 || (card.absent && !note.archived && !own)) return undefined;
    const { all, days, nowSeconds } = this.#scene;
    const place = card.position + 1;
    const rules = this.#scene.rulesOf(card.deckId);
    const at = this.#placeOf(note, kept, own);
    let columns: CardColumns = newColumns(place);
    let isAsItCame = false;
    if (own && kept.own) {
      const cameInto = own.home ?? note.asImported?.deckId ?? card.deckId;
      const { preset } = this.#scene.rulesOf(cameInto);
      ({ columns, isAsItCame } = keptCard(card, own, kept.own.firstDay, rules, place, preset));
    } else if (all.withSchedule) columns = cardColumns(card, place, rules);
    const isAway = isAsItCame && own?.odid !== 0 && this.#scene.filtered.has(String(own?.deckId));
    const queue = note.archived ? SUSPENDED : columns.queue;
    const { schedule } = card;
    const lastSeconds =
      schedule.state === 'new' ? nowSeconds : Math.floor(schedule.lastReview.atMillis / 1000);
    const isUnchanged = own && isAsItCame && at.isAsItCame && queue === columns.queue;
    const shift = (kept.own?.firstDay ?? days.firstDay) - days.firstDay;
    const id = this.#cardIds.take(own?.id ?? noteId + slot - 1);
    const cardRow: Row = [
      id,
      noteId,
      isAway && own ? own.deckId : at.deckId,
      ord,
      isUnchanged ? own.modifiedSeconds : lastSeconds,
      isUnchanged ? own.usn : UNSYNCED,
      columns.type,
      isAway && own ? own.queue : queue,
      isAway && own ? own.due : columns.due,
      columns.ivl,
      columns.factor,
      columns.reps,
      columns.lapses,
      columns.left,
      isAway && own ? own.odue + (own.type === 2 ? shift : 0) : 0,
      isAway && own ? own.odid : 0,
      columns.flags,
      columns.data,
    ];
    return { card: cardRow, reviews: this.#reviewRows(outgoing, id, own) };
  }

  /** In which deck a card lies: where it lay, as long as its note was not moved here. */
  #placeOf(
    note: OutgoingNote['note'],
    kept: KeptNoteRow,
    own: ForeignCard | undefined,
  ): { readonly deckId: AnkiId; readonly isAsItCame: boolean } {
    const { deckIds } = this.#scene;
    const homeOf = (card: ForeignCard): DeckId =>
      card.home ?? (`anki-${card.odid === 0 ? card.deckId : card.odid}` as DeckId);
    const others = Object.values(kept.own?.cards ?? {}).filter(({ home }) => home === undefined);
    const wasHere = note.asImported
      ? note.asImported.deckId === note.deckId
      : others.some((card) => homeOf(card) === note.deckId);
    const home = own && wasHere ? (own.home ?? note.deckId) : note.deckId;
    const key = deckIds.has(home) ? home : note.deckId;
    this.#scene.used.decks.add(key);
    const deckId = deckIds.of(key);
    return { deckId, isAsItCame: own !== undefined && wasHere };
  }

  #reviewRows(
    outgoing: OutgoingCard,
    cardId: number,
    own: ForeignCard | undefined,
  ): readonly Row[] {
    if (!this.#scene.all.withSchedule) return [];
    const rules = this.#scene.rulesOf(outgoing.card.deckId);
    const usns = (own?.logUsns ?? []).flatMap(([usn, rows]) => Array<number>(rows).fill(usn));
    return reviewRows(outgoing, rules).map((entry, at) => [
      this.#reviewIds.take(entry.atMillis),
      cardId,
      usns[at] ?? UNSYNCED,
      entry.grade,
      entry.interval,
      entry.lastInterval,
      entry.factor,
      entry.durationMillis,
      entry.type,
    ]);
  }
}

/** Anki's number of a card among those of its note; below 0: its template is gone. */
function ordOf({ kind, templates }: NoteType, slot: number): number {
  return kind === 'standard' ? templates.findIndex((each) => each.slot === slot) : slot - 1;
}
