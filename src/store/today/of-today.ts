import { DEFAULT_STUDY_SETTINGS, type StudySettings } from '../../domain/collection/deck.ts';
import type { DayTotals } from '../../domain/collection/review.ts';
import { daysKept } from '../../domain/overlay/days-kept.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import type { TodayInput, TodayView } from '../../domain/study/today/today.ts';
import { FORECAST_DAYS } from '../../domain/study/today/week.ts';
import { type Tally, tallyKey } from '../../domain/study/tally.ts';
import { byNote } from '../../domain/study/waiting.ts';
import { type NoteId, noteIdOf } from '../../kernel/ids.ts';
import { type ClockReading, type StudyDay, studyDayOf } from '../../kernel/study-day.ts';
import { type ClockAhead, clockAheadIn } from '../clock/clock-check.ts';
import { StoredRanges, TABLES_OF_RANGES } from '../ranges.ts';
import { answerOf, beginReading } from '../reads/requests.ts';
import type { CardRow, DeviceRow, RoundsDatabase } from '../schema.ts';
import { type TallyRow, tallyOf } from '../tally-row.ts';
import { type Studied, StudiedDays } from './studied-days.ts';

const ANSWERS = ['reviews', 'undone', 'pastLogs'] as const;
const TABLES = [
  'device',
  'operations',
  'settings',
  'overlays',
  ...ANSWERS,
  ...TABLES_OF_RANGES,
] as const;

/** All that Today is worked out from, as of one moment of the database and of one study day. */
export interface OfToday extends Pick<TodayInput, 'today' | 'decks' | 'presets'> {
  /** The device's row of that moment. */
  readonly device: DeviceRow;
  readonly settings: StudySettings;
  readonly overlays: readonly Overlay[];
  readonly tallies: Map<string, Tally>;
  /** Today's totals by deck id. */
  readonly totals: Map<string, DayTotals>;
  readonly studied: Studied;
  /** All cards of the notes that have one in steps. */
  readonly notesInSteps: Map<NoteId, readonly CardRow[]>;
  readonly clockAhead: ClockAhead | undefined;
  readonly lastOperation: string;
  /** What it was worked out to be, while it is the same; days end by the offset. */
  view?: { readonly utcOffsetMinutes: number; readonly view: TodayView } | undefined;
}

/** Reads all of it: a few rows a deck, however many cards it has. Without Dexie. */
export async function readOfToday(db: RoundsDatabase, now: ClockReading): Promise<OfToday> {
  const transaction = beginReading(db, TABLES);
  const one = <Row>(name: (typeof TABLES)[number], key: string): Promise<Row> =>
    answerOf(transaction.objectStore(name).get(key));
  const all = <Row>(name: (typeof TABLES)[number]): Promise<readonly Row[]> =>
    answerOf(transaction.objectStore(name).getAll());
  const stored = one<StudySettings | undefined>('settings', 'study');
  const device = one<DeviceRow>('device', 'device');
  const byTime = transaction.objectStore('operations').index('logicalMillis');
  const last = answerOf(byTime.openKeyCursor(null, 'prev'));
  // Asked for before the day is known: what does not depend on it; what is long comes last.
  const ranges = new StoredRanges(transaction).ask();
  const theirs = ranges
    .inSteps()
    .then((inSteps) => ranges.cardsOfNotes(new Set(inSteps.map(({ id }) => noteIdOf(id)))));
  const always = Promise.all([
    device,
    ranges.decks(),
    ranges.presets(),
    all<Overlay>('overlays'),
    theirs,
    all<TallyRow>('tallies'),
  ]);
  const settings = (await stored) ?? DEFAULT_STUDY_SETTINGS;
  const today = studyDayOf(now, settings.rolloverHour);
  const days = new StudiedDays(transaction, db, today);
  const totals = ranges.totals(today, undefined);
  const ahead = clockAheadIn(transaction, today);
  const [deviceRow, decks, presets, overlays, cardsOfNotesInSteps, rows] = await always;
  const [studied, doneToday, clockAhead, lastKey] = await Promise.all([
    days.read(daysKept(overlays)),
    totals,
    ahead,
    last,
  ]);
  return {
    device: deviceRow,
    settings,
    today,
    decks,
    presets,
    overlays,
    tallies: new Map(rows.map((row) => [tallyKey(row.deckId, row.section), asAsked(row, today)])),
    totals: new Map(doneToday),
    studied,
    notesInSteps: byNote(cardsOfNotesInSteps),
    clockAhead,
    lastOperation: (lastKey?.primaryKey as string | undefined) ?? '',
  };
}

/** As far ahead as Today looks. */
export function asAsked(row: TallyRow, today: StudyDay): Tally {
  return tallyOf(row, today, today + FORECAST_DAYS);
}
