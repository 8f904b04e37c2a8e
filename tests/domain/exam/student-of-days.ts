import type { Card } from '../../../src/domain/collection/card.ts';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import type { DayPlanInput } from '../../../src/domain/exam/day/day-plan-of.ts';
import { isChosen, weightAmong } from '../../../src/domain/exam/choice.ts';
import { dayPlanOf } from '../../../src/domain/exam/day/day-plan-of.ts';
import { outlookOf } from '../../../src/domain/exam/outlook/outlook-of.ts';
import { type Exam, examDay } from '../../../src/domain/overlay/overlay.ts';
import type { PlannedCards } from '../../../src/domain/planner/input.ts';
import { memoryModel } from '../../../src/domain/planner/model/memory-model.ts';
import { reviewedBy } from '../../../src/domain/planner/simple/simulated-review.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { noteIdOf } from '../../../src/kernel/ids.ts';
import { randomFrom } from '../../../src/kernel/seeded.ts';
import { aCard, inReview, TODAY } from '../../support/collection.ts';
import { dayInput } from './exams.ts';

const model = memoryModel(DEFAULT_STUDENT.weights);

/** `notes` notes of `each` cards, in the deck's order; the first `seen` of all cards were learnt. */
export function cardsOfNotes(notes: number, each: number, seen = 0): Card[] {
  const random = randomFrom(5);
  return Array.from({ length: notes * each }, (_, at) => {
    const id = `note-${Math.floor(at / each)}/${1 + (at % each)}`;
    if (at >= seen) return aCard(id, { position: at });
    const intervalDays = 1 + Math.floor(random() * 30);
    const dueDay = TODAY + Math.floor((random() - 0.3) * intervalDays);
    return aCard(id, { position: at, schedule: inReview(dueDay, { intervalDays }) });
  });
}

/** In points: of an exam on the first day, and mean true recall on its day. */
export interface LivedExam {
  readonly predicted: number;
  readonly rough: number;
  readonly achieved: number;
}

/** The first exam's figures, and those of all. */
export interface Lived extends LivedExam {
  readonly exams: readonly LivedExam[];
  /** By day: minutes studied. */
  readonly minutes: readonly number[];
}

/**
 * Lives the days up to `exams`' last as the day's plan has them. The student is as believed, and
 * answers bury siblings as the log's answers do (QUEUE-7).
 */
export function live(
  start: readonly Card[],
  exams: readonly Exam[],
  change: Partial<DayPlanInput> = {},
  seed = 11,
): Lived {
  const random = randomFrom(seed);
  let cards = [...start];
  const { overlays: _o, doneToday: _d, ...scene } = dayInput(cards, [], change);
  const input = { ...scene, exams, breaks: [] };
  const figures = (exam: Exam, isRough: boolean): number =>
    100 * outlookOf(exam, input, isRough).outlook.predicted.expected;
  const predicted = exams.map((exam) => figures(exam, false));
  const rough = exams.map((exam) => figures(exam, true));
  const achieved: number[] = [];
  const minutes: number[] = [];
  const last = Math.max(...exams.map(examDay));
  let warm: Float64Array | undefined;
  for (let today = TODAY; today <= last; today++) {
    exams.forEach((exam, at) => {
      if (examDay(exam) === today) achieved[at] = recallAt(exam, cards, input.decks);
    });
    if (today === last) break;
    const made = dayPlanOf({
      ...dayInput(cards, exams, change),
      today,
      ...(warm && { warm }),
    });
    warm = made.plan?.prices;
    const at = new Map(cards.map((card, row) => [card.id, row]));
    let spent = 0;
    const budget = 60 * (made.day.budget?.minutes ?? 0);
    for (const { cardId } of made.day.cards) {
      if (spent >= budget) break;
      const row = at.get(cardId);
      const card = row === undefined ? undefined : cards[row];
      if (row === undefined || !card) continue;
      const { after, seconds } = studied(card, today, random());
      spent += seconds;
      cards[row] = after;
      cards = DEFAULT_PRESET.burySiblings ? bury(cards, after, today) : cards;
    }
    minutes.push(spent / 60);
  }
  const lived = exams.map((_, at): LivedExam => {
    return {
      predicted: predicted[at] ?? 0,
      rough: rough[at] ?? 0,
      achieved: achieved[at] ?? 0,
    };
  });
  const [first] = lived;
  if (!first) throw new Error('no exam');
  return { ...first, exams: lived, minutes };
}

/** Mean true recall on the exam's day, in points. */
function recallAt(exam: Exam, cards: readonly Card[], decks: DayPlanInput['decks']): number {
  const own = cards.filter(isChosen(exam.cards, decks, new Set()));
  const weightOf = weightAmong(exam.weights, own);
  const total = own.reduce((sum, card) => sum + weightOf(card), 0);
  const recallOf = ({ schedule }: Card): number =>
    schedule.state === 'new'
      ? 0
      : model.recall(examDay(exam) - schedule.lastReview.studyDay, schedule.memory.stability);
  return (100 * own.reduce((sum, card) => sum + weightOf(card) * recallOf(card), 0)) / total;
}

function studied(card: Card, today: number, chance: number) {
  const { schedule } = card;
  const isNew = schedule.state === 'new';
  const columns: PlannedCards = {
    stability: Float64Array.of(isNew ? 0 : schedule.memory.stability),
    difficulty: Float64Array.of(isNew ? 0 : schedule.memory.difficulty),
    elapsedDays: Float64Array.of(isNew ? 0 : today - schedule.lastReview.studyDay),
    isNew: Uint8Array.of(isNew ? 1 : 0),
    group: Uint16Array.of(0),
  };
  const grade = reviewedBy(model, DEFAULT_STUDENT, columns, 0, chance);
  const stability = columns.stability[0] ?? 1;
  const intervalDays = Math.max(1, Math.round(stability));
  const after: Card = {
    ...card,
    buriedUntil: 0,
    schedule: inReview(today + intervalDays, {
      intervalDays,
      memory: { stability, difficulty: columns.difficulty[0] ?? 5 },
      lastReview: { atMillis: today * 86_400_000, studyDay: today },
    }),
  };
  const { newSeconds, passSeconds, failSeconds } = DEFAULT_STUDENT;
  return { after, seconds: isNew ? newSeconds : grade === 1 ? failSeconds : passSeconds };
}

function bury(cards: Card[], answered: Card, today: number): Card[] {
  const note = noteIdOf(answered.id);
  return cards.map((card) => {
    const { schedule } = card;
    if (card.id === answered.id || noteIdOf(card.id) !== note) return card;
    const comesUp =
      schedule.state === 'new' || (schedule.state === 'review' && schedule.dueDay <= today);
    return comesUp && card.buriedUntil <= today ? { ...card, buriedUntil: today + 1 } : card;
  });
}
