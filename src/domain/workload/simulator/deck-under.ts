import type { Deck, Preset } from '../../collection/deck.ts';
import type { SchedulerOptions } from '../../memory/schedule.ts';
import type { StudentModel } from '../../planner/input.ts';
import { type MemoryModel, memoryModel } from '../../planner/model/memory-model.ts';
import { MemoryCourse } from '../../statistics/ahead/course.ts';
import { RecallTable } from './recall-table.ts';

/** A deck under the options by which it is studied. */
export interface DeckUnder {
  readonly deck: Deck;
  readonly preset: Preset;
  readonly options: SchedulerOptions;
  readonly model: MemoryModel;
  readonly course: MemoryCourse;
  readonly table: RecallTable;
}

export function deckUnder(
  deck: Deck,
  preset: Preset,
  options: SchedulerOptions,
  student: StudentModel,
): DeckUnder {
  const model = memoryModel(options.weights);
  const course = new MemoryCourse(options, model, student);
  return { deck, preset, options, model, course, table: new RecallTable(model) };
}
