import { afterEach, beforeEach, expect, test } from 'vitest';
import { chosenDaysOf } from '../../../../src/domain/balance/balanced.ts';
import { weekdayOf } from '../../../../src/kernel/study-day.ts';
import { schedulerOptions } from '../../../../src/domain/collection/deck.ts';
import type { ChosenDays, Grade } from '../../../../src/domain/memory/schedule.ts';
import { preview } from '../../../../src/domain/memory/scheduler.ts';
import { nextAfter, prepareNext } from '../../../../src/engine/commands/study/ahead.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import {
  beginStudy,
  type CardInFull,
  nextInStudy,
} from '../../../../src/engine/commands/study/study.ts';
import { redoLast, undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { studyDayOf } from '../../../../src/kernel/study-day.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import {
  accepted,
  cardOf,
  changePreset,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(30, 2);
  await changePreset(deps, { newPerDay: 100 });
});
afterEach(() => {
  deps.close();
});

interface Given {
  readonly showing: CardInFull;
  readonly grade: Grade;
}

/** Answers `count` cards of a session as the review screen does, each with what its button told. */
async function study(count: number, gradeOf: (at: number) => Grade): Promise<readonly Given[]> {
  await beginStudy(deps, {});
  let next = accepted(await nextInStudy(deps));
  const given: Given[] = [];
  for (let at = 0; at < count && next.kind === 'card'; at++) {
    const { showing } = next;
    const grade = gradeOf(at);
    const ahead = accepted(await prepareNext(deps, showing.card));
    const chosen = chosenDaysOf(showing, deps.clock());
    const told = toldOf(showing, chosen)[grade];
    const { foreseen } = ahead ?? {};
    const saved = accepted(
      await answerCard(deps, showing.card, grade, 900, foreseen, chosen[grade]),
    );
    expect((await cardOf(deps, showing.card.id)).schedule).toEqual(told);
    given.push({ showing, grade });
    next = accepted(await nextAfter(deps, saved.operation, ahead));
  }
  return given;
}

/** What the buttons tell. */
function toldOf({ card, preset, settings }: CardInFull, chosen: ChosenDays) {
  const now = deps.clock();
  const moment = { atMillis: now.atMillis, studyDay: studyDayOf(now, settings.rolloverHour) };
  return preview(schedulerOptions(preset, settings), card.id, card.schedule, moment, chosen);
}

async function chosenInLog(): Promise<number> {
  const rows = await deps.store.operations.toArray();
  return rows.filter(({ body }) => 'chosenDays' in body).length;
}

test('[BALANCE-2][REVIEW-3] each grade gives the day that its button told, and so does a replay', async () => {
  await study(50, (at) => (at % 5 === 2 ? 1 : 4));
  expect(await chosenInLog()).toBeGreaterThan(5);
  const cards = await deps.store.cards.toArray();
  await rebuild(deps.store);
  expect(await deps.store.cards.toArray()).toEqual(cards);
});

test('[BALANCE-2] what was chosen is kept through undo and redo', async () => {
  const given = await study(20, () => 4);
  const { showing } = given.at(-1) as Given;
  const after = await cardOf(deps, showing.card.id);
  accepted(await undoLast(deps));
  expect(await cardOf(deps, showing.card.id)).toEqual(showing.card);
  accepted(await redoLast(deps));
  expect(await cardOf(deps, showing.card.id)).toEqual(after);
});

test('[BALANCE-3][BALANCE-4] new cards of a day are spread evenly, and not over a day to avoid', async () => {
  const avoided = weekdayOf(Math.floor(deps.nowMillis / 86_400_000) + 8);
  const easyDays = Array.from({ length: 7 }, (_, day) => (day === avoided ? 'minimum' : 'normal'));
  await changePreset(deps, { easyDays: easyDays as ('minimum' | 'normal')[], burySiblings: false });
  await study(48, () => 4);
  const days = new Map<number, number>();
  for (const { schedule } of await deps.store.cards.toArray()) {
    if (schedule.state !== 'review') continue;
    days.set(schedule.dueDay, (days.get(schedule.dueDay) ?? 0) + 1);
  }
  expect([...days.keys()].map(weekdayOf)).not.toContain(avoided);
  expect(days.size).toBeGreaterThan(1);
  const counts = [...days.values()];
  expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(2);
});
