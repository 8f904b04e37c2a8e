import { afterEach, expect, test } from 'vitest';
import type { OverlayId } from '../../../../src/kernel/ids.ts';
import type { CatchUp, StudyBreak } from '../../../../src/domain/overlay/overlay.ts';
import { adviseCatchUp, backlogNow } from '../../../../src/engine/queries/once/backlog.ts';
import { saveOverlay } from '../../../../src/engine/commands/exams/overlays.ts';
import { previewWorkloadOf } from '../../../../src/engine/queries/once/exams.ts';
import { planDay } from '../../../../src/engine/commands/exams/plan-day.ts';
import {
  accepted,
  everyRow,
  problemOf,
  studyUntilDone,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

const DAY = 24 * 60;
const today = () => Math.floor(deps.nowMillis / 86_400_000);

function aBreak(change: Partial<StudyBreak> = {}): StudyBreak {
  const [fromDay, toDay] = [today() + 1, today() + 7];
  const id = 'break-1' as OverlayId;
  return {
    kind: 'break',
    id,
    name: 'Easter',
    isOn: true,
    fromDay,
    toDay,
    spreadDays: 4,
    ...change,
  };
}

function aCatchUp(change: Partial<CatchUp> = {}): CatchUp {
  const id = 'catch-up-1' as OverlayId;
  const fromDay = today();
  return { kind: 'catch-up', id, name: 'Catch-up', isOn: true, fromDay, spreadDays: 3, ...change };
}

async function withBacklog(): Promise<void> {
  deps = await withSampleDeck(20, 1);
  await studyUntilDone(deps, () => 4);
  deps.advance(60 * DAY);
}

test('[EXAM-20] before it is saved a catch-up shows the days without and with it; nothing is written', async () => {
  await withBacklog();
  const before = await everyRow(deps);
  const backlog = accepted(await backlogNow(deps));
  expect(backlog).toMatchObject({ reviews: 20, overdue: 20 });
  const days = accepted(await previewWorkloadOf(deps, { pause: aCatchUp({ name: '' }) }));
  expect(days[0]?.minutesBefore).toBeCloseTo(backlog.minutes, 6);
  for (const day of days.slice(0, 3)) expect(day.minutesAfter).toBeCloseTo(backlog.minutes / 3, 1);
  expect(accepted(await adviseCatchUp(deps))).toEqual({ backlog, spreadDays: 2 });
  expect(await everyRow(deps)).toEqual(before);
});

test('[EXAM-19] saved, the day asks for its share of the pile, and a break for nothing', async () => {
  await withBacklog();
  accepted(await saveOverlay(deps, aCatchUp({ spreadDays: 5 })));
  const day = accepted(await planDay(deps));
  expect(day.cards).toHaveLength(4);
  expect(day.catchUp).toMatchObject({ day: 1, days: 5 });
  accepted(await saveOverlay(deps, aBreak({ fromDay: today(), toDay: today() })));
  const paused = accepted(await planDay(deps));
  expect(paused.cards).toEqual([]);
  expect(paused.break?.name).toBe('Easter');
});

test('[EXAM-6] days in the past, too far, or the wrong way round are refused by preview and saving alike', async () => {
  deps = await withSampleDeck(2);
  const before = await everyRow(deps);
  const wrong: (StudyBreak | CatchUp)[] = [
    aBreak({ fromDay: today() - 9, toDay: today() - 2 }),
    aBreak({ toDay: today() }),
    aBreak({ fromDay: today() + 390, toDay: today() + 410 }),
    aBreak({ spreadDays: Number.NaN }),
    aCatchUp({ spreadDays: 0 }),
  ];
  for (const each of wrong) {
    const shown = problemOf(await previewWorkloadOf(deps, { pause: each }));
    expect(shown.kept).toContain('Nothing was saved');
    expect(problemOf(await saveOverlay(deps, each))).toEqual(shown);
  }
  expect(await everyRow(deps)).toEqual(before);
});

test('[EXAM-6] one that has begun can still be renamed when its first days are over', async () => {
  deps = await withSampleDeck(2);
  const started = aBreak();
  accepted(await saveOverlay(deps, started));
  deps.advance(30 * DAY);
  accepted(await saveOverlay(deps, { ...started, name: 'Mountains' }));
});
