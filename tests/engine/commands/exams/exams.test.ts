import { afterEach, describe, expect, test } from 'vitest';
import type { DeckId, OverlayId } from '../../../../src/kernel/ids.ts';
import { type Exam, NO_CARDS, type StudyBreak } from '../../../../src/domain/overlay/overlay.ts';
import type { Grade } from '../../../../src/domain/memory/schedule.ts';
import { type StudyDay, studyDayOf } from '../../../../src/kernel/study-day.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { buryCards } from '../../../../src/engine/commands/study/cards.ts';
import { deleteNotes, renameSection } from '../../../../src/engine/commands/notes/notes.ts';
import {
  deleteOverlay,
  enterMark,
  saveOverlay,
  switchOverlay,
} from '../../../../src/engine/commands/exams/overlays.ts';
import { plannedTomorrow, previewExam } from '../../../../src/engine/queries/once/exams.ts';
import {
  planDay,
  studyMinutes,
  studyPlan,
} from '../../../../src/engine/commands/exams/plan-day.ts';
import {
  finishStudy,
  type Next,
  nextInStudy,
  openStudy,
} from '../../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../../../src/domain/collection/deck.ts';
import { setStudySettings } from '../../../../src/engine/commands/settings/settings.ts';
import { readOlderForecasts } from '../../../../src/store/reads/planning.ts';
import { readForecasts, readIsPlanOn } from '../../../../src/store/reads/overlays.ts';
import {
  accepted,
  cardOf,
  changePreset,
  problemOf,
  studyUntilDone,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const DAY_MINUTES = 24 * 60;

/** All study days before the exam, from the first of the tests on. */
const DAYS_LEFT = Array.from({ length: 14 }, (_, day) => 20_514 + day);

let deps: TestDeps;
afterEach(() => deps.close());

/** On 16 March 2026 at 09:00 UTC, two weeks after the tests begin. */
function anExam(change: Partial<Exam> = {}): Exam {
  return {
    kind: 'exam',
    id: 'exam-1' as OverlayId,
    name: 'Neurology',
    isOn: true,
    at: { atMillis: Date.parse('2026-03-16T09:00:00Z'), utcOffsetMinutes: 0 },
    cards: { ...NO_CARDS, deckIds: ['sample' as DeckId] },
    weights: [],
    minutes: [10, 10, 10, 10, 10, 10, 10],
    daysOff: [],
    otherReviews: 'up-to-half',
    ...change,
  };
}

async function withExam(notes: number, change: Partial<Exam> = {}): Promise<void> {
  deps = await withSampleDeck(notes);
  accepted(await saveOverlay(deps, anExam(change)));
}

type Shown = Extract<Next, { kind: 'card' }>;

async function shown(): Promise<Shown> {
  const next = accepted(await nextInStudy(deps));
  if (next.kind !== 'card') throw new Error('the session is over');
  return next;
}

/** Answers what the session shows until it is over, each answer taking `seconds`. */
async function studyOut(seconds: number, grade: Grade = 3) {
  let spentMillis = 0;
  for (let answers = 0; answers < 400; answers++) {
    const next = accepted(await nextInStudy(deps));
    if (next.kind === 'finished') return { next, answers, spentMillis };
    deps.nowMillis += seconds * 1000;
    accepted(await answerCard(deps, next.showing.card, grade, seconds * 1000));
    spentMillis += seconds * 1000;
  }
  throw new Error('the session never ends');
}

describe('a planned session', () => {
  test('[EXAM-17] ends when its time is spent, over it by at most one card', async () => {
    await withExam(80);
    accepted(await studyPlan(deps));
    const { next, spentMillis } = await studyOut(23);
    expect(next.isTimeUp).toBe(true);
    expect(spentMillis).toBeGreaterThanOrEqual(10 * 60_000);
    expect(spentMillis).toBeLessThan(10 * 60_000 + 23_000);
    const again = accepted(await planDay(deps));
    expect(again.budget?.spentMinutes).toBeCloseTo(spentMillis / 60_000, 5);
    expect(again.cards).toEqual([]);
  });

  test('[EXAM-17] a card whose step ends on another day is not among what a day asks', async () => {
    await withExam(20);
    await changePreset(deps, { learningStepsMinutes: [1300] });
    accepted(await answerCard(deps, await cardOf(deps, 'sample:fact-0000/1'), 1, 5000));
    expect(accepted(await planDay(deps)).learning).toEqual({ cards: 0, seconds: 0 });
    expect(accepted(await plannedTomorrow(deps)).left.learning).toBe(1);
    deps.advance(DAY_MINUTES);
    expect(accepted(await planDay(deps)).learning.cards).toBe(1);
  });

  test('[EXAM-17] an undo at its end gives the time back and goes on', async () => {
    await withExam(80);
    accepted(await studyPlan(deps));
    await studyOut(25);
    accepted(await undoLast(deps));
    expect((await shown()).kind).toBe('card');
  });

  test('[EXAM-17] learning cards whose time has come are first, and each card says why it is there', async () => {
    await withExam(20);
    accepted(await studyPlan(deps));
    const first = await shown();
    expect(first.planned?.why).toMatchObject({ kind: 'exam', overlayId: 'exam-1' });
    accepted(await answerCard(deps, first.showing.card, 1, 5000));
    deps.advance(2);
    const back = await shown();
    expect(back.showing.card.id).toBe(first.showing.card.id);
    expect(back.planned?.why.kind).toBe('learning');
  });

  test('[EXAM-17] a card buried, suspended or answered in between is passed over', async () => {
    await withExam(10);
    accepted(await studyPlan(deps));
    const first = await shown();
    accepted(await buryCards(deps, [first.showing.card.id]));
    const second = await shown();
    expect(second.showing.card.id).not.toBe(first.showing.card.id);
    accepted(await answerCard(deps, second.showing.card, 4, 5000));
    const third = await shown();
    expect([first, second].map(({ showing }) => showing.card.id)).not.toContain(
      third.showing.card.id,
    );
  });

  test('[EXAM-17] it is found again after a crash, at the same card and with the same time', async () => {
    await withExam(20);
    accepted(await studyPlan(deps));
    accepted(await answerCard(deps, (await shown()).showing.card, 4, 30_000));
    const before = await shown();
    await expect.poll(() => openStudy(deps)).toEqual({ ok: true, value: before.showing.card.id });
    expect(await shown()).toEqual(before);
    expect(before.time).toEqual({ spentMillis: 30_000, budgetMillis: 600_000 });
  });

  test('[EXAM-10][EXAM-17] on the next study day it is planned anew from the grades given', async () => {
    await withExam(40);
    accepted(await studyPlan(deps));
    const first = await shown();
    accepted(await answerCard(deps, first.showing.card, 4, 20_000));
    deps.advance(DAY_MINUTES);
    const next = await shown();
    expect(next.time).toEqual({ spentMillis: 0, budgetMillis: 600_000 });
    const plan = accepted(await planDay(deps));
    expect(plan.cards.map(({ cardId }) => cardId)).toContain(next.showing.card.id);
  });

  test('[EXAM-15] a card that is not due is asked for where the exam wants it, and scheduled as ever', async () => {
    deps = await withSampleDeck(12, 1);
    await studyUntilDone(deps, () => 3);
    deps.advance(DAY_MINUTES);
    const soon = { atMillis: deps.nowMillis + DAY_MINUTES * 60_000, utcOffsetMinutes: 0 };
    accepted(await saveOverlay(deps, anExam({ at: soon })));
    accepted(await studyPlan(deps));
    const { showing } = await shown();
    if (showing.card.schedule.state !== 'review') throw new Error('it was studied yesterday');
    expect(showing.card.schedule.dueDay).toBeGreaterThan(20_515);
    accepted(await answerCard(deps, showing.card, 3, 5000));
    const row = await deps.store.cards.get(showing.card.id);
    expect(row?.schedule.reps).toBe(showing.card.schedule.reps + 1);
  });

  test('[EXAM-18] so many minutes are taken from now, whatever was studied before', async () => {
    await withExam(60);
    accepted(await studyPlan(deps));
    await studyOut(25);
    accepted(await studyMinutes(deps, 2));
    const { spentMillis } = await studyOut(25);
    expect(spentMillis).toBeGreaterThanOrEqual(2 * 60_000);
    expect(spentMillis).toBeLessThan(2 * 60_000 + 25_000);
  });

  test('[EXAM-18] where there is nothing to study, it says so', async () => {
    deps = await withSampleDeck(2);
    await studyUntilDone(deps, () => 4);
    const { what } = problemOf(await studyMinutes(deps, 10));
    expect(what).toBe('There is nothing to study in that time.');
  });
});

describe('an exam', () => {
  test('[EXAM-9][EXAM-10] is answered by the quick tier first, then by the real plan', async () => {
    await withExam(30);
    const rough = accepted(await previewExam(deps, { exam: anExam(), isRough: true }));
    const real = accepted(await previewExam(deps, { exam: anExam(), isRough: false }));
    expect([rough.isRough, real.isRough]).toEqual([true, false]);
    expect(real.cards).toBe(60);
    expect(real.predicted.expected).toBeGreaterThan(0.9);
  });

  test('[EXAM-2] can be about what a search finds', async () => {
    deps = await withSampleDeck(30);
    const exam = anExam({ cards: { ...NO_CARDS, search: 'tag:Even' } });
    expect(accepted(await previewExam(deps, { exam, isRough: true })).cards).toBe(30);
    const wrong = anExam({ cards: { ...NO_CARDS, search: 'deck:(' } });
    expect(problemOf(await previewExam(deps, { exam: wrong, isRough: true })).what).not.toBe('');
  });

  test('[EXAM-4] that shares the days with another is planned together with it', async () => {
    await withExam(60, { cards: { ...NO_CARDS, sections: ['Even'] } });
    const other = anExam({
      id: 'exam-2' as OverlayId,
      name: 'Histology',
      cards: { ...NO_CARDS, sections: ['Odd'] },
    });
    const alone = accepted(await previewExam(deps, { exam: other, isRough: false })).predicted
      .expected;
    const day = accepted(await planDay(deps));
    expect(day.budget?.minutes).toBe(10);
    accepted(await saveOverlay(deps, other));
    const both = accepted(await planDay(deps));
    expect(both.exams.map(({ name }) => name)).toEqual(['Neurology', 'Histology']);
    expect(both.budget?.minutes).toBe(10);
    expect(both.exams[1]?.predicted.expected).toBeCloseTo(alone, 2);
  });

  test('[EXAM-12] what was predicted is kept, and the next day says what changed', async () => {
    await withExam(400, { minutes: [40, 40, 40, 40, 40, 40, 40] });
    expect(accepted(await planDay(deps)).exams[0]?.change).toBeUndefined();
    expect(await readForecasts(deps.store, 'exam-1' as OverlayId)).toHaveLength(1);
    deps.advance(3 * DAY_MINUTES);
    const [line] = accepted(await planDay(deps)).exams;
    expect(line?.change).toMatch(/^Predicted recall went from .* 3 days passed with less study/);
    expect(await readForecasts(deps.store, 'exam-1' as OverlayId)).toHaveLength(2);
  });

  test('[EXAM-12] a break that is planned since is what changed, and not the answers', async () => {
    await withExam(60);
    accepted(await studyPlan(deps));
    await studyOut(20);
    deps.advance(DAY_MINUTES);
    expect(accepted(await planDay(deps)).exams[0]?.change ?? '').not.toContain('minutes now');
    const pause: StudyBreak = {
      kind: 'break',
      id: 'break-1' as OverlayId,
      name: 'Ski',
      isOn: true,
      fromDay: 20_517,
      toDay: 20_526,
      spreadDays: 1,
    };
    accepted(await saveOverlay(deps, pause));
    const [line] = accepted(await planDay(deps)).exams;
    expect(line?.change).toMatch(/: the days until the exam have fewer minutes now\.$/);
  });

  test('[EXAM-12] what was studied on days between two forecasts counts', async () => {
    await withExam(60);
    accepted(await planDay(deps));
    for (const day of [0, 1, 2]) {
      const card = await cardOf(deps, `sample:fact-000${day}/1`);
      accepted(await answerCard(deps, card, 4, 30_000));
      deps.advance(DAY_MINUTES);
    }
    const studiedUntil = async (today: StudyDay) =>
      (await readOlderForecasts(deps.store, today)).get('exam-1')?.studiedMinutes;
    expect(await studiedUntil(20_515)).toBeCloseTo(0.5, 6);
    expect(await studiedUntil(20_517)).toBeCloseTo(1.5, 6);
  });

  test('[EXAM-5] is over on its day; a mark can be entered beside what was predicted', async () => {
    await withExam(20);
    deps.advance(14 * DAY_MINUTES);
    const day = accepted(await planDay(deps));
    expect(day.exams).toEqual([]);
    expect(day.budget).toBeUndefined();
    accepted(await enterMark(deps, anExam(), 0.84, 0.9));
    const row = await deps.store.overlays.get('exam-1');
    expect(row).toMatchObject({ mark: { achieved: 0.84, predicted: 0.9 } });
    expect(problemOf(await enterMark(deps, anExam(), 1.2, undefined)).what).toContain('0 to 100 %');
  });

  test('[EXAM-1] switching off, removing and undoing are steps like any other', async () => {
    await withExam(10);
    accepted(await switchOverlay(deps, anExam(), false));
    expect(accepted(await planDay(deps)).exams).toEqual([]);
    accepted(await deleteOverlay(deps, 'exam-1' as OverlayId));
    expect(await deps.store.overlays.count()).toBe(0);
    accepted(await undoLast(deps));
    accepted(await undoLast(deps));
    expect(accepted(await planDay(deps)).exams).toHaveLength(1);
    problemOf(await deleteOverlay(deps, 'nothing' as OverlayId));
  });
});

describe('[EXAM-6] bad input is refused in words, and nothing is written', () => {
  const at = (iso: string) => ({ at: { atMillis: Date.parse(iso), utcOffsetMinutes: 0 } });
  test.each([
    ['a date in the past', at('2026-02-20T09:00:00Z'), /in the past/],
    ['a date years away', at('2029-02-20T09:00:00Z'), /more than 400 days/],
    ['no date', { at: { atMillis: Number.NaN, utcOffsetMinutes: 0 } }, /no date/],
    ['no minutes', { minutes: [0, 0, 0, 0, 0, 0, 0] }, /no minutes/],
    ['minutes that are none', { minutes: [Number.NaN, 1, 1, 1, 1, 1, 1] }, /numbers from 0/],
    ['every day off', { daysOff: DAYS_LEFT }, /^No day before the exam has any minutes/],
    [
      'weekdays without minutes and the others off',
      { minutes: [0, 20, 0, 0, 0, 0, 0], daysOff: DAYS_LEFT },
      /^No day before the exam has any minutes/,
    ],
    ['no cards', { cards: NO_CARDS }, /about no cards/],
    ['a weight below 0', { weights: [{ section: 'Even', weight: -1 }] }, /Weights/],
    ['a search that cannot be read', { cards: { ...NO_CARDS, search: 'tag:(' } }, /./],
    ['a weight beyond numbers', { weights: [{ section: 'Even', weight: 1e300 }] }, /Weights/],
    ['no name', { name: ' ' }, /no name/],
    ['a floor above 1', { retentionFloor: 90 }, /floor/],
  ] as const)('%s', async (_name, change, what) => {
    deps = await withSampleDeck(4);
    const before = await deps.store.operations.count();
    expect(problemOf(await saveOverlay(deps, anExam(change))).what).toMatch(what);
    expect(await deps.store.operations.count()).toBe(before);
  });

  test('an exam that has passed can still be changed, but for its date', async () => {
    await withExam(4);
    deps.advance(30 * DAY_MINUTES);
    accepted(await saveOverlay(deps, anExam({ name: 'Neurology, winter' })));
    problemOf(await saveOverlay(deps, anExam(at('2026-03-17T09:00:00Z'))));
  });

  test('an exam of today with today off is saved: there is no day left to be refused', async () => {
    deps = await withSampleDeck(4);
    const today = anExam({ ...at('2026-03-02T18:00:00Z'), daysOff: [20_514] });
    accepted(await saveOverlay(deps, today));
    const { daysLeft, days } = accepted(await previewExam(deps, { exam: today, isRough: false }));
    expect([daysLeft, days]).toEqual([0, []]);
  });

  test('time that runs out later keeps no exam from being renamed, and plans nothing', async () => {
    await withExam(10, { daysOff: DAYS_LEFT.slice(1) });
    deps.advance(DAY_MINUTES);
    accepted(await saveOverlay(deps, anExam({ daysOff: DAYS_LEFT.slice(1), name: 'Other' })));
    expect(accepted(await planDay(deps)).cards).toEqual([]);
    const more = anExam({ daysOff: DAYS_LEFT });
    expect(problemOf(await saveOverlay(deps, more)).what).toMatch(/^No day before the exam/);
  });

  test('an exam whose section is emptied later is planned for no cards, and says so', async () => {
    const exam = {
      cards: { ...NO_CARDS, sections: ['Even'] },
      weights: [{ section: 'Even', weight: 0 }],
    };
    await withExam(4, exam);
    const look = async () =>
      accepted(await previewExam(deps, { exam: anExam(exam), isRough: false }));
    const { cards, predicted } = await look();
    expect(cards).toBe(4);
    expect(predicted.expected).toBeGreaterThan(0.2);
    const notes = await deps.store.notes.toArray();
    const even = notes.filter(({ sections }) => sections.includes('Even')).map(({ id }) => id);
    accepted(await deleteNotes(deps, even));
    expect(await look()).toMatchObject({ cards: 0, uncovered: ['Even'] });
    expect(accepted(await planDay(deps)).exams).toMatchObject([{ cards: 0 }]);
  });

  test('a clock set back far does not break the plan', async () => {
    await withExam(20);
    accepted(await studyPlan(deps));
    await studyOut(20, 4);
    deps.nowMillis = Date.parse('2026-02-10T08:00:00Z');
    const day = accepted(await planDay(deps));
    expect(day.exams[0]?.daysLeft).toBe(34);
  });
});

test('[EXAM-15] the review screen opened by itself begins what the exam made of today', async () => {
  await withExam(40);
  accepted(await openStudy(deps));
  expect((await shown()).time?.budgetMillis).toBe(600_000);
});

test('[EXAM-17] opened again when the time is spent, on a day off or a break, it asks nothing more', async () => {
  await withExam(80);
  accepted(await openStudy(deps));
  await studyOut(25);
  await finishStudy(deps);
  accepted(await openStudy(deps));
  expect(accepted(await nextInStudy(deps)).kind).toBe('finished');
  await finishStudy(deps);
  deps.advance(DAY_MINUTES);
  const dayOff = [studyDayOf(deps.clock(), 4)];
  accepted(await saveOverlay(deps, anExam({ daysOff: dayOff })));
  accepted(await openStudy(deps));
  expect(accepted(await nextInStudy(deps)).kind).toBe('finished');
});

test('[EXAM-17] where tomorrow’s plan cannot be made, the ordinary reviews are asked', async () => {
  await withExam(20);
  accepted(await studyPlan(deps));
  deps.advance(DAY_MINUTES);
  deps.planner.close();
  const next = await shown();
  expect(next.planned).toBeUndefined();
  expect(next.time).toBeUndefined();
});

test('[EXAM-3] an exam keeps its cards under a section’s new name; rebuilt, it is the same', async () => {
  await withExam(20, { cards: { ...NO_CARDS, sections: ['Even'] } });
  accepted(await renameSection(deps, 'Even', 'Straight'));
  expect(accepted(await planDay(deps)).exams[0]?.cards).toBe(20);
  const { hashBefore, hashAfter, refused } = await rebuild(deps.store);
  expect(hashAfter).toBe(hashBefore);
  expect(refused).toEqual([]);
  accepted(await undoLast(deps));
  expect(await deps.store.overlays.get('exam-1')).toMatchObject({ cards: { sections: ['Even'] } });
  expect(accepted(await planDay(deps)).exams[0]?.cards).toBe(20);
});

test('[EXAM-5] where days begin after it, an exam is asked for up to its hour and no longer', async () => {
  await withExam(40);
  accepted(await setStudySettings(deps, { ...DEFAULT_STUDY_SETTINGS, rolloverHour: 10 }));
  const exams = async (iso: string) => {
    deps.nowMillis = Date.parse(iso);
    const { exams, studyDay } = accepted(await planDay(deps));
    const isOn = await readIsPlanOn(deps.store, deps.clock());
    return { days: exams.map(({ daysLeft }) => daysLeft), studyDay, isOn };
  };
  const eve = 20_527;
  expect(await exams('2026-03-15T20:00:00Z')).toEqual({ days: [1], studyDay: eve, isOn: true });
  expect(await exams('2026-03-16T08:59:50Z')).toEqual({ days: [1], studyDay: eve, isOn: true });
  expect(await exams('2026-03-16T09:00:05Z')).toEqual({ days: [], studyDay: eve, isOn: false });
});
