import { useCallback, useEffect, useMemo, useState } from 'react';
import { historyIdOf } from '../domain/collection/card.ts';
import type { Deck, Preset, StudySettings } from '../domain/collection/deck.ts';
import type { Review } from '../domain/collection/review.ts';
import type { SavedSearch } from '../domain/collection/saved-search.ts';
import type { Note } from '../domain/content/note.ts';
import type { NoteType } from '../domain/content/note-type.ts';
import type { CramAnswer } from '../domain/cram/ledger.ts';
import { type CramReport, cramReport } from '../domain/cram/report.ts';
import type { Forecast } from '../domain/exam/forecast.ts';
import type { CardId, CramId, NoteId, NoteTypeId, OverlayId } from '../kernel/ids.ts';
import type { LibraryRow, Mode } from '../domain/library/library.ts';
import type { RuleId } from '../domain/lint/rules.ts';
import type { MediaFile } from '../domain/media/media-file.ts';
import type { Overlay } from '../domain/overlay/overlay.ts';
import type { TodayView } from '../domain/study/today.ts';
import type { ClockReading, StudyDay } from '../kernel/study-day.ts';
import { type CardInFull, readCard, readHistory } from '../store/card-info.ts';
import { type ClockAhead, readClockAhead } from '../store/clock-check.ts';
import { readCramRound, readOpenCramAnswers } from '../store/cram.ts';
import { readDecks } from '../store/decks.ts';
import { readFirstRows } from '../store/library-first.ts';
import { readBlob, readMediaFiles } from '../store/media.ts';
import { readLastOperationId } from '../store/media-users.ts';
import {
  readNote,
  readNotesAdded,
  readNoteTypes,
  readSampleNote,
  readTypesInUse,
} from '../store/notes.ts';
import { readForecasts, readIsPlanOn, readOverlays } from '../store/overlays.ts';
import type { SessionRow } from '../store/schema.ts';
import { readSearches } from '../store/searches.ts';
import { readSession } from '../store/session.ts';
import { readSetAside, type SetAside } from '../store/set-aside.ts';
import { readPreset, readPresets, readStudyDay, readStudySettings } from '../store/settings.ts';
import { readToday } from '../store/today.ts';
import { useDeps } from './deps.tsx';
import { useLive } from './use-live.ts';

/** Where study stands on this device. */
export type LiveSession = SessionRow;

export interface LiveToday {
  readonly view: TodayView;
  readonly session: SessionRow | undefined;
  readonly clockAhead: ClockAhead | undefined;
  /** An exam, a break or a catch-up has a say in what today asks for. */
  readonly isPlanned: boolean;
  /** Changes with every operation. */
  readonly lastOperation: string | undefined;
}

/** What today asks for; undefined until first read. `now` is a dependency: cards fall due. */
export function useToday(now: ClockReading): LiveToday | undefined {
  const { store } = useDeps();
  return useLive(async () => {
    const today = await readStudyDay(store, now);
    const [lastOperation, view, session, clockAhead, isPlanned] = await Promise.all([
      readLastOperationId(store),
      readToday(store, now),
      readSession(store, now),
      readClockAhead(store, today),
      readIsPlanOn(store, now),
    ]);
    return { view, session, clockAhead, isPlanned, lastOperation };
  }, [store, now]);
}

export interface LiveStudyDay {
  readonly today: StudyDay;
  readonly rolloverHour: number;
}

/** The study day that `now` belongs to; undefined until first read. */
export function useStudyDay(now: ClockReading): LiveStudyDay | undefined {
  const { store } = useDeps();
  return useLive(async () => {
    const [today, { rolloverHour }] = await Promise.all([
      readStudyDay(store, now),
      readStudySettings(store),
    ]);
    return { today, rolloverHour };
  }, [store, now]);
}

export interface LiveCard extends CardInFull {
  readonly history: readonly Review[];
}

export function useCard(cardId: CardId): LiveCard | undefined {
  const { store } = useDeps();
  return useLive(async () => {
    const card = await readCard(store, cardId);
    return card && { ...card, history: await readHistory(store, historyIdOf(card.card)) };
  }, [store, cardId]);
}

export interface LiveSettings {
  readonly preset: Preset;
  readonly settings: StudySettings;
}

export function useSettings(presetId: string): LiveSettings | undefined {
  const { store } = useDeps();
  return useLive(async () => {
    const [preset, settings] = await Promise.all([
      readPreset(store, presetId),
      readStudySettings(store),
    ]);
    return { preset, settings };
  }, [store, presetId]);
}

export function useSetAside(): SetAside | undefined {
  const { store } = useDeps();
  return useLive(() => readSetAside(store), [store]);
}

export function useDecks(): readonly Deck[] | undefined {
  const { store } = useDeps();
  return useLive(() => readDecks(store), [store]);
}

/** All note types, stock ones first; undefined until first read. */
export function useNoteTypes(): readonly NoteType[] | undefined {
  const { store } = useDeps();
  return useLive(() => readNoteTypes(store), [store]);
}

export interface NoteForEditing {
  readonly note: Note;
  readonly type: NoteType;
  readonly deckName: string;
}

/** A note with its type and the name of its deck; undefined until read, and where it is gone. */
export function useNoteForEditing(noteId: NoteId): NoteForEditing | undefined {
  const { store } = useDeps();
  return useLive(async () => {
    const [note, types, decks] = await Promise.all([
      readNote(store, noteId),
      readNoteTypes(store),
      readDecks(store),
    ]);
    const type = types.find((each) => each.id === note?.noteTypeId);
    const deckName = decks.find((deck) => deck.id === note?.deckId)?.name ?? '';
    return note && type && { note, type, deckName };
  }, [store, noteId]);
}

/** The notes added last by the person, newest first. */
export function useNotesAdded(limit: number): readonly Note[] | undefined {
  const { store } = useDeps();
  return useLive(() => readNotesAdded(store, limit), [store, limit]);
}

/** The tags in use, by name. */
export function useKnownTags(): readonly string[] {
  const decks = useDecks();
  return useMemo(() => [...new Set(decks?.flatMap((deck) => deck.sections) ?? [])].sort(), [decks]);
}

const NO_RULES: ReadonlySet<RuleId> = new Set();

/** Rules of the card linter that the person does not want to hear of. */
export function useSilencedRules(): ReadonlySet<RuleId> {
  const { store } = useDeps();
  const silenced = useLive(async () => {
    const { silencedRules = [] } = await readStudySettings(store);
    return new Set(silencedRules as RuleId[]);
  }, [store]);
  return silenced ?? NO_RULES;
}

export interface LivePresets {
  /** The default ones first, then by name. */
  readonly presets: readonly Preset[];
  readonly decks: readonly Deck[];
}

/** All study options, and the decks that use them; undefined until first read. */
export function usePresets(): LivePresets | undefined {
  const { store } = useDeps();
  return useLive(async () => {
    const [presets, decks] = await Promise.all([readPresets(store), readDecks(store)]);
    return { presets, decks: decks.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  }, [store]);
}

export interface TypeInUse {
  readonly type: NoteType;
  readonly notes: number;
  /** The person's own, or a stock type that the person changed. */
  readonly isOwn: boolean;
}

/** All note types with the number of their notes; undefined until first read. */
export function useTypesInUse(): readonly TypeInUse[] | undefined {
  const { store } = useDeps();
  return useLive(() => readTypesInUse(store), [store]);
}

/** A note of the type, the one added last, to show what its cards look like. */
export function useSampleNote(noteTypeId: NoteTypeId): Note | undefined {
  const { store } = useDeps();
  return useLive(() => readSampleNote(store, noteTypeId), [store, noteTypeId]);
}

export interface MediaContent {
  readonly file: MediaFile;
  readonly blob: Blob;
}

/** Looks a media file up, as it is at that moment; undefined where it or its content is gone. */
export function useReadMedia(): (name: string) => Promise<MediaContent | undefined> {
  const { store } = useDeps();
  return useCallback(
    async (name) => {
      const [file] = await readMediaFiles(store, [name]);
      const blob = file && (await readBlob(store, file));
      return file && blob && { file, blob };
    },
    [store],
  );
}

/** The media file of this name; null where there is none, undefined until first read. */
export function useMediaFile(name: string): MediaFile | null | undefined {
  const { store } = useDeps();
  return useLive(async () => (await readMediaFiles(store, [name]))[0] ?? null, [store, name]);
}

/** Changes with every operation, whoever does it: for what is worked out on demand. */
export function useLastOperation(): string | undefined {
  const { store } = useDeps();
  return useLive(() => readLastOperationId(store), [store]);
}

/** Exams, breaks and catch-ups, those off and over too; undefined until first read. */
export function useOverlays(): readonly Overlay[] | undefined {
  const { store } = useDeps();
  return useLive(() => readOverlays(store), [store]);
}

/** What was predicted for an exam, one forecast a day, oldest first; undefined until first read. */
export function useForecasts(overlayId: OverlayId): readonly Forecast[] | undefined {
  const { store } = useDeps();
  return useLive(() => readForecasts(store, overlayId), [store, overlayId]);
}

/** Crammed answers on which nothing is decided yet, oldest first; undefined until first read. */
export function useOpenCramAnswers(): readonly CramAnswer[] | undefined {
  const { store } = useDeps();
  return useLive(() => readOpenCramAnswers(store), [store]);
}

/** What a round of cramming came to so far; undefined until first read. */
export function useCramReport(cramId: CramId): CramReport | undefined {
  const { store } = useDeps();
  return useLive(async () => {
    const { answers, cards } = await readCramRound(store, cramId);
    return cramReport(cards, answers);
  }, [store, cramId]);
}

/** The searches kept under a name; undefined until first read. */
export function useSavedSearches(): readonly SavedSearch[] | undefined {
  const { store } = useDeps();
  return useLive(() => readSearches(store), [store]);
}

/**
 * The first rows of the library, of the `limit` newest notes, read once and without an index. null
 * where they could not be read; undefined until then.
 */
export function useFirstRows(mode: Mode, limit: number): readonly LibraryRow[] | null | undefined {
  const { store, clock } = useDeps();
  const [read, setRead] = useState<{
    readonly mode: Mode;
    readonly rows: readonly LibraryRow[] | null;
  }>();
  useEffect(() => {
    let isOver = false;
    void readFirstRows(store, mode, limit, clock())
      .catch(() => null)
      .then((rows) => !isOver && setRead({ mode, rows }));
    return () => {
      isOver = true;
    };
  }, [store, clock, mode, limit]);
  return read?.mode === mode ? read.rows : undefined;
}
