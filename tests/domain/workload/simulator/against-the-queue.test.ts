import { expect, test } from 'vitest';
import type { Card } from '../../../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
  schedulerOptions,
} from '../../../../src/domain/collection/deck.ts';
import type { Grade } from '../../../../src/domain/memory/schedule.ts';
import { retrievability } from '../../../../src/domain/memory/scheduler.ts';
import { DEFAULT_STUDENT } from '../../../../src/domain/planner/model/student-model.ts';
import { buildQueue } from '../../../../src/domain/study/queue/build.ts';
import { sourceOf } from '../../../../src/domain/study/source.ts';
import { randomFrom } from '../../../../src/kernel/seeded.ts';
import { MILLIS_PER_DAY } from '../../../../src/kernel/time.ts';
import { A_DECK, NOW, TODAY } from '../../../support/collection.ts';
import {
  aCollection,
  aMoment,
  answered,
  type Collection,
  rangesIn,
} from '../../../support/study.ts';
import { fresh, learned, simulationOf, sum } from './collections.ts';

const DAYS = 30;

interface Studied {
  reviews: number;
  newCards: number;
  seconds: number;
  /** Predicted for the morning after the last day. */
  known: number;
  waiting: number;
}

/** Today and thirty days studied by the program's own queue and scheduler, graded by chance. */
async function studied(cards: readonly Card[], preset: Preset, seed: number): Promise<Studied> {
  const chance = randomFrom(seed);
  const options = schedulerOptions(preset, DEFAULT_STUDY_SETTINGS);
  const { firstGrades, passGrades, passSeconds, failSeconds, newSeconds } = DEFAULT_STUDENT;
  const drawn = (odds: readonly number[], lowest: number): Grade => {
    let rest = chance();
    const at = odds.findIndex((share) => {
      rest -= share;
      return rest < 0;
    });
    return (lowest + (at < 0 ? odds.length - 1 : at)) as Grade;
  };
  const sums = { reviews: 0, newCards: 0, seconds: 0, known: 0, waiting: 0 };
  let now: Collection = aCollection({ cards, decks: [A_DECK], presets: [preset] });
  for (let day = 0; day <= DAYS; day++) {
    now = { ...now, totals: new Map() };
    let nowMillis = NOW + day * MILLIS_PER_DAY;
    const at = () => aMoment({ nowMillis, today: TODAY + day, endOfDayMillis: nowMillis + 7e7 });
    for (;;) {
      const queue = await buildQueue(sourceOf({}), rangesIn(now), at(), 1);
      const [next] = queue.cards;
      if (!next && queue.nextLearningAtMillis === undefined) break;
      if (!next) {
        nowMillis = queue.nextLearningAtMillis ?? nowMillis;
        continue;
      }
      const recall = retrievability(options, next.schedule, TODAY + day);
      let grade: Grade = 3;
      if (next.schedule.state === 'new') {
        grade = drawn(firstGrades, 1);
        if (day > 0) sums.newCards++;
        if (day > 0) sums.seconds += newSeconds;
      } else if (recall !== undefined) {
        grade = chance() < recall ? drawn(passGrades, 2) : 1;
        if (day > 0) sums.reviews++;
        if (day > 0) sums.seconds += grade === 1 ? failSeconds : passSeconds;
      }
      now = answered(now, next, grade, at());
    }
  }
  for (const { schedule } of now.cards) {
    sums.known += retrievability(options, schedule, TODAY + DAYS + 1) ?? 0;
    if (schedule.state === 'review' && schedule.dueDay <= TODAY + DAYS) sums.waiting++;
  }
  return sums;
}

async function meanOf(cards: readonly Card[], preset: Preset, times: number): Promise<Studied> {
  const mean = { reviews: 0, newCards: 0, seconds: 0, known: 0, waiting: 0 };
  for (let seed = 1; seed <= times; seed++) {
    const one = await studied(cards, preset, seed);
    for (const name of Object.keys(mean) as (keyof Studied)[]) mean[name] += one[name] / times;
  }
  return mean;
}

function simulated(cards: readonly Card[], preset: Preset): Studied {
  const { now } = simulationOf({ cards, presets: [preset], days: DAYS });
  const newCards = sum(now.newCards);
  return {
    reviews: sum(now.answers) - newCards,
    newCards,
    seconds: 60 * sum(now.minutes),
    known: now.known.at(-1) ?? 0,
    waiting: now.waiting.at(-1) ?? 0,
  };
}

function expectAlike(one: Studied, other: Studied, share: number): void {
  for (const name of ['reviews', 'newCards', 'seconds', 'known'] as const) {
    expect(Math.abs(one[name] / other[name] - 1), name).toBeLessThan(share);
  }
}

const CARDS = [...learned(90, 40), ...fresh(62)];

test('[SIM-2] thirty days ask for what the program’s own queue and scheduler then ask for', async () => {
  const preset = { ...DEFAULT_PRESET, newPerDay: 2, reviewsPerDay: 500 };
  expectAlike(simulated(CARDS, preset), await meanOf(CARDS, preset, 5), 0.05);
});

test('[SIM-2] the same where a limit leaves reviews over', async () => {
  const preset = { ...DEFAULT_PRESET, newPerDay: 1, reviewsPerDay: 5 };
  const [here, there] = [simulated(CARDS, preset), await meanOf(CARDS, preset, 5)];
  expectAlike(here, there, 0.05);
  expect(there.waiting).toBeGreaterThan(10);
  expect(Math.abs(here.waiting / there.waiting - 1)).toBeLessThan(0.15);
});
