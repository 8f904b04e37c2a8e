import type { Card } from '../../../src/domain/collection/card.ts';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import type { DayPlanInput } from '../../../src/domain/exam/day/day-plan-of.ts';
import type { SceneInput } from '../../../src/domain/exam/scene.ts';
import type { OverlayId } from '../../../src/kernel/ids.ts';
import {
  type CatchUp,
  type Exam,
  NO_CARDS,
  type Overlay,
  type StudyBreak,
} from '../../../src/domain/overlay/overlay.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { A_DECK, aCard, DECK, inReview, TODAY } from '../../support/collection.ts';

/** An exam about the whole sample deck, at 09:00 UTC so many days from TODAY. */
export function anExam(days: number, change: Partial<Exam> = {}): Exam {
  return {
    kind: 'exam',
    id: 'exam' as OverlayId,
    name: 'Neurology',
    isOn: true,
    at: { atMillis: (TODAY + days) * 86_400_000 + 9 * 3_600_000, utcOffsetMinutes: 0 },
    cards: { ...NO_CARDS, deckIds: [DECK] },
    weights: [],
    minutes: everyDay(20),
    daysOff: [],
    otherReviews: 'up-to-half',
    ...change,
  };
}

export function everyDay(minutes: number): readonly number[] {
  return Array.from({ length: 7 }, () => minutes);
}

export function aBreak(from: number, to: number, change: Partial<StudyBreak> = {}): StudyBreak {
  const id = 'break' as OverlayId;
  const days = { fromDay: TODAY + from, toDay: TODAY + to };
  return { kind: 'break', id, name: 'Easter', isOn: true, ...days, spreadDays: 3, ...change };
}

export function aCatchUp(from: number, days: number, change: Partial<CatchUp> = {}): CatchUp {
  const id = 'catch-up' as OverlayId;
  const fromDay = TODAY + from;
  return {
    kind: 'catch-up',
    id,
    name: 'Catch up',
    isOn: true,
    fromDay,
    spreadDays: days,
    ...change,
  };
}

/** `count` cards in review, one of a note, due from `firstDue` days from TODAY on, one a day. */
export function reviewCards(
  count: number,
  firstDue: number,
  more: Partial<Card> = {},
  prefix = 'seen',
): Card[] {
  return Array.from({ length: count }, (_, index) =>
    aCard(`${prefix}-${index}/1`, {
      position: index,
      schedule: inReview(TODAY + firstDue + index, { intervalDays: 8 + (index % 20) }),
      ...more,
    }),
  );
}

export function newCards(count: number, more: Partial<Card> = {}, prefix = 'new'): Card[] {
  return Array.from({ length: count }, (_, index) =>
    aCard(`${prefix}-${index}/1`, { position: 1000 + index, ...more }),
  );
}

export function sceneInput(cards: readonly Card[], exams: readonly Exam[]): SceneInput {
  return {
    today: TODAY,
    exams,
    breaks: [],
    found: {},
    cards,
    decks: [A_DECK],
    presets: [DEFAULT_PRESET],
    settings: DEFAULT_STUDY_SETTINGS,
    student: DEFAULT_STUDENT,
    spentSeconds: 0,
  };
}

export function dayInput(
  cards: readonly Card[],
  overlays: readonly Overlay[],
  change: Partial<DayPlanInput> = {},
): DayPlanInput {
  const { exams: _exams, breaks: _breaks, ...scene } = sceneInput(cards, []);
  return { ...scene, overlays, doneToday: new Map(), ...change };
}
