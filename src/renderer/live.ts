import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { historyIdOf } from '../domain/collection/card.ts';
import type { Deck, Preset, StudySettings } from '../domain/collection/deck.ts';
import type { Review } from '../domain/collection/review.ts';
import type { CardId } from '../domain/ids.ts';
import type { TodayView } from '../domain/queue/today.ts';
import type { ClockReading } from '../domain/scheduling/study-day.ts';
import { type CardInFull, readCard, readHistory } from '../store/card-info.ts';
import { type ClockAhead, readClockAhead } from '../store/clock-check.ts';
import { readDecks } from '../store/decks.ts';
import type { SessionRow } from '../store/schema.ts';
import { readSession } from '../store/session.ts';
import { readSetAside, type SetAside } from '../store/set-aside.ts';
import { readPreset, readStudyDay, readStudySettings } from '../store/settings.ts';
import { readToday } from '../store/today.ts';
import { useDeps } from './deps.tsx';

/** How often a screen looks at the clock: cards become due and days begin without a write. */
const TICK_MILLIS = 20_000;

/** The clock, read again now and then and whenever the window is looked at again. */
export function useNow(): ClockReading {
  const { clock } = useDeps();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const read = (): void => setNow(clock());
    const timer = setInterval(read, TICK_MILLIS);
    window.addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', read);
      document.removeEventListener('visibilitychange', read);
    };
  }, [clock]);
  return now;
}

export interface LiveToday {
  readonly view: TodayView;
  readonly session: SessionRow | undefined;
  readonly clockAhead: ClockAhead | undefined;
}

/** What today asks for; undefined until first read. `now` is a dependency: cards fall due. */
export function useToday(now: ClockReading): LiveToday | undefined {
  const { store } = useDeps();
  return useLiveQuery(async () => {
    const today = await readStudyDay(store, now);
    const [view, session, clockAhead] = await Promise.all([
      readToday(store, now),
      readSession(store, now),
      readClockAhead(store, today),
    ]);
    return { view, session, clockAhead };
  }, [store, now]);
}

export interface LiveCard extends CardInFull {
  readonly history: readonly Review[];
}

export function useCard(cardId: CardId): LiveCard | undefined {
  const { store } = useDeps();
  return useLiveQuery(async () => {
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
  return useLiveQuery(async () => {
    const [preset, settings] = await Promise.all([
      readPreset(store, presetId),
      readStudySettings(store),
    ]);
    return { preset, settings };
  }, [store, presetId]);
}

export function useSetAside(): SetAside | undefined {
  const { store } = useDeps();
  return useLiveQuery(() => readSetAside(store), [store]);
}

export function useDecks(): readonly Deck[] | undefined {
  const { store } = useDeps();
  return useLiveQuery(() => readDecks(store), [store]);
}
