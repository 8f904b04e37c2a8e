import { FSRSAlgorithm } from 'ts-fsrs';
import { DEFAULT_WEIGHTS } from '../src/domain/memory/weights.ts';
import type { Grade, Memory } from '../src/domain/memory/schedule.ts';
import {
  type CardId,
  type DeckId,
  type DeviceId,
  type NoteId,
  type NoteTypeId,
  operationIdOf,
} from '../src/kernel/ids.ts';
import { studyDayOf } from '../src/kernel/study-day.ts';
import { MILLIS_PER_DAY } from '../src/kernel/time.ts';
import type { Operation, OperationBody } from '../src/log/operation.ts';
import { kindOfBody } from '../src/log/registry.ts';
import { LogReplay } from '../src/log/replay/replay.ts';
import { chanceFrom } from './chance.ts';
import type { Timings } from './interleaved.ts';

const WARM_UPS = 1;
const START_MILLIS = Date.UTC(2026, 0, 1, 9);
/** Study days between two answers to a card. */
const DAYS_BETWEEN = 3;

export type ReplayKind = 'checked' | 'trusted';

/**
 * A log of `answers` answers on `cards` cards, replayed from its beginning, against the bare FSRS
 * formulas (recall, then the memory after the grade) over the same answers. checked: every
 * operation passes the door's schemas first, as those of a database or a file do.
 */
export function measureReplay(
  kind: ReplayKind,
  cards: number,
  answers: number,
  runs: number,
): Timings {
  const log = logOf(cards, answers);
  const timings: Timings = { millis: [], rawMillis: [] };
  for (let run = 0; run < runs + WARM_UPS; run++) {
    const millis = timed(() => replayed(log, kind));
    const rawMillis = timed(() => formulasOver(log));
    if (run < WARM_UPS) continue;
    timings.millis.push(millis);
    timings.rawMillis.push(rawMillis);
  }
  return timings;
}

function replayed(log: readonly Operation[], kind: ReplayKind): void {
  const replay = new LogReplay({ wanted: new Set() });
  for (const operation of log) {
    if (kind === 'checked') replay.take(operation);
    else replay.step(operation);
  }
  if (replay.refused.length > 0) throw new Error('the log of the bench does not apply');
}

function formulasOver(log: readonly Operation[]): void {
  const fsrs = new FSRSAlgorithm({ w: [...DEFAULT_WEIGHTS] });
  const states = new Map<CardId, { memory: Memory; studyDay: number }>();
  for (const { body, studyDay } of log) {
    if (body.kind !== 'answer') continue;
    const before = states.get(body.cardId);
    const days = before ? studyDay - before.studyDay : 0;
    const recall = before && fsrs.forgetting_curve(days, before.memory.stability);
    const memory = fsrs.next_state(before?.memory ?? null, days, body.grade, recall);
    states.set(body.cardId, { memory, studyDay });
  }
}

/** A log of `answers` answers on `cards` cards, whose notes come `notesAtOnce` in a step. */
export function logOf(cards: number, answers: number, notesAtOnce = cards): Operation[] {
  const deckId = 'bench' as DeckId;
  const chance = chanceFrom(9);
  const log: Operation[] = [];
  const add = (body: OperationBody, atMillis: number): void => {
    const deviceId = 'bench' as DeviceId;
    const counter = log.length;
    const moment = { atMillis, utcOffsetMinutes: 0 };
    const { version } = kindOfBody(body);
    log.push({
      ...moment,
      body,
      version,
      deviceId,
      counter,
      origin: 'person',
      id: operationIdOf(deviceId, counter),
      logicalMillis: atMillis,
      studyDay: studyDayOf(moment, 4),
    });
  };
  add({ kind: 'create-deck', deckId, name: 'Bench', presetId: 'default' }, START_MILLIS);
  const notes = Array.from({ length: cards }, (_, index) => ({
    id: `bench:n${index}` as NoteId,
    deckId,
    noteTypeId: 'basic' as NoteTypeId,
    fields: { front: `front ${index}`, back: 'back' } as never,
    sections: ['Bench'],
  }));
  for (let from = 0; from < cards; from += notesAtOnce) {
    add({ kind: 'add-notes', notes: notes.slice(from, from + notesAtOnce) }, START_MILLIS + 1);
  }
  for (let answer = 0; answer < answers; answer++) {
    const round = Math.floor(answer / cards);
    const card = answer % cards;
    const body: OperationBody = {
      kind: 'answer',
      cardId: `bench:n${card}/1` as CardId,
      grade: gradeFrom(chance.next()),
      durationMillis: 5000,
      repsBefore: round,
    };
    add(body, START_MILLIS + 2 + card * 500 + round * DAYS_BETWEEN * MILLIS_PER_DAY);
  }
  return log;
}

function gradeFrom(fraction: number): Grade {
  if (fraction < 0.1) return 1;
  return fraction < 0.18 ? 2 : fraction < 0.92 ? 3 : 4;
}

/** Milliseconds of the processor, garbage collection with them: other programs must not be counted. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
