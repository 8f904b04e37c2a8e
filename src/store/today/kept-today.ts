import { ALL_DECKS } from '../../domain/collection/review.ts';
import type { Change } from '../../domain/collection/rows.ts';
import { laneOf } from '../../domain/study/lane.ts';
import { byNote } from '../../domain/study/waiting.ts';
import { type CardId, type NoteId, noteIdOf } from '../../kernel/ids.ts';
import { type ClockReading, studyDayOf } from '../../kernel/study-day.ts';
import { onChanges, type WrittenStep } from '../announce.ts';
import { isSameMoment } from '../device/writes.ts';
import type { CardRow, DeviceRow, RoundsDatabase } from '../schema.ts';
import { asAsked, type OfToday, readOfToday } from './of-today.ts';
import type { Studied } from './studied-days.ts';

/** A step of more rows than a look has is looked at anew. */
const MOST_CHANGES = 1000;

/**
 * What Today was last worked out from, brought up to date with every step that is written here. It
 * holds while the device's row says that nothing else was written, and is read anew otherwise.
 */
export class KeptToday {
  readonly #db: RoundsDatabase;
  #kept: OfToday | undefined;

  constructor(db: RoundsDatabase) {
    this.#db = db;
    onChanges(db, (changes, step) => {
      const kept = this.#kept;
      if (!kept || !changes || !step || !goOn(kept, changes, step)) this.#kept = undefined;
    });
  }

  /** `device`: its row as it stands. */
  async upToDate(device: DeviceRow, now: ClockReading): Promise<OfToday> {
    const kept = this.#kept;
    if (
      kept &&
      isSameMoment(kept.device, device) &&
      kept.today === studyDayOf(now, kept.settings.rolloverHour)
    ) {
      return kept;
    }
    const read = await readOfToday(this.#db, now);
    this.#kept = read;
    return read;
  }
}

const all = new WeakMap<RoundsDatabase, KeptToday>();

export function keptTodayOf(db: RoundsDatabase): KeptToday {
  const kept = all.get(db) ?? new KeptToday(db);
  all.set(db, kept);
  return kept;
}

/** Makes of `kept` what it is after `step`; false where that cannot be told without a read. */
function goOn(
  kept: OfToday,
  changes: readonly Change[],
  { id, before, after, cards, counts }: WrittenStep,
): boolean {
  const { today } = kept;
  if (!isSameMoment(kept.device, before) || changes.length > MOST_CHANGES) return false;
  // Decks, options, exams and answers of elsewhere are read anew.
  if (kept.clockAhead || changes.some(({ table }) => table !== 'cards' && table !== 'notes')) {
    return false;
  }
  for (const [key, day] of counts.days) {
    const [deckId = '', studyDay] = key.split('\n');
    if (Number(studyDay) !== today) return false;
    if (day) kept.totals.set(deckId, day);
    else kept.totals.delete(deckId);
  }
  for (const [key, row] of counts.tallies) {
    if (row) kept.tallies.set(key, asAsked(row, today));
  }
  const touched = new Set<NoteId>();
  const rows = new Map<string, CardRow>();
  for (const card of cards.values()) rows.set(card.id, { ...card, ...laneOf(card) });
  for (const { table, key, after: card } of changes) {
    if (table !== 'cards') continue;
    touched.add(noteIdOf(key as CardId));
    if (card) rows.set(key, { ...card, ...laneOf(card) });
    else rows.delete(key);
  }
  const notes = byNote([...rows.values()]);
  for (const noteId of touched) {
    const own = notes.get(noteId) ?? [];
    if (own.some(({ lane }) => lane === 'learning')) kept.notesInSteps.set(noteId, own);
    else kept.notesInSteps.delete(noteId);
  }
  const studied = withToday(kept);
  if (!studied) return false;
  Object.assign(kept, { studied, device: after, lastOperation: id, view: undefined });
  return true;
}

/** What pace and streak are told from, with today's totals as they are; undefined: no day is left. */
function withToday({ today, totals, studied }: OfToday): Studied | undefined {
  const own = totals.get(ALL_DECKS);
  const recentDays = studied.recentDays.filter(({ studyDay }) => studyDay !== today);
  const studiedDays = studied.studiedDays.filter((day) => day !== today);
  if (!own) return studiedDays.length > 0 ? { ...studied, recentDays, studiedDays } : undefined;
  return {
    ...studied,
    recentDays: [...recentDays, own],
    studiedDays: [today, ...studiedDays],
    hasStudied: true,
  };
}
