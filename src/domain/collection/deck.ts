import type { EasyDays } from '../balance/easy-days.ts';
import type { DeckId } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { Advance } from './advance.ts';
import type { Foreign } from './foreign.ts';
import type { SchedulerOptions } from '../memory/schedule.ts';
import { isAtOrBelow, isBelow, isSameName, Spellings } from '../text/same-name.ts';
import { DEFAULT_OPTIONS } from '../memory/scheduler.ts';
import { completeWeights } from '../memory/weights.ts';

export interface Deck {
  readonly id: DeckId;
  readonly name: string;
  readonly presetId: string;
  /** Section paths in the order in which the deck introduces them. */
  readonly sections: readonly string[];
  /** Where the deck's facts come from, for the reader. */
  readonly source: string;
  /** The shipped text that the deck follows (textHash); absent: the person's own file (DECK-21). */
  readonly edition?: string;
  /** New cards beyond its limit, on one day (TODAY-13). */
  readonly moreNew?: MoreNew;
  readonly foreign?: Foreign;
}

export interface MoreNew {
  readonly studyDay: StudyDay;
  readonly count: number;
  /** New cards answered on that day before they were asked for, within the limit. */
  readonly after: number;
}

/** Order of due reviews. Sources of the orders: docs/rules/queue.md. */
export type ReviewOrder =
  | 'due-then-random'
  | 'least-retrievable-first'
  | 'most-retrievable-first'
  | 'most-overdue-first';
export type NewOrder = 'deck-order' | 'random';
export type Mixing = 'mixed' | 'reviews-first' | 'new-first';

/** How a deck is studied. Decks share a preset. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** New cards use up the reviews a day as well (QUEUE-15); absent: they do not. */
  readonly newWithinReviewLimit?: boolean;
  readonly desiredRetention: number;
  readonly maximumIntervalDays: number;
  readonly learningStepsMinutes: readonly number[];
  readonly relearningStepsMinutes: readonly number[];
  readonly fuzz: boolean;
  /** Within fuzz's reach, emptier days are taken, and siblings kept apart (BALANCE-3); absent: they are. */
  readonly evenOut?: boolean;
  /** Weekdays on which less is to come (BALANCE-4); absent: none. */
  readonly easyDays?: EasyDays;
  readonly newOrder: NewOrder;
  readonly reviewOrder: ReviewOrder;
  readonly mixing: Mixing;
  readonly burySiblings: boolean;
  /** Lapses after which a card is a leech; 0 for never. */
  readonly leechThreshold: number;
  readonly leechAction: 'suspend' | 'tag-only';
  /** Sounds wait to be asked for; absent: those of a side play as it comes into sight (SOUND-1). */
  readonly soundsByHand?: boolean;
  /** Played again, an answer leaves out what the question has; absent: it plays all (SOUND-3). */
  readonly replaysAnswerAlone?: boolean;
  /** The time that a card takes is shown (SOUND-5). */
  readonly showsTimer?: boolean;
  /** What is shown of it stops with the answer. */
  readonly stopsTimer?: boolean;
  /** What auto-advance does, where it is switched on (SOUND-6). */
  readonly advance?: Advance;
  /** FSRS-6 parameters of these decks; absent: the profile's. */
  readonly weights?: readonly number[];
  readonly foreign?: Foreign;
}

/** Study settings of the whole profile. */
export interface StudySettings {
  readonly id: 'study';
  /** Local hour 0 to 23 at which a study day begins. */
  readonly rolloverHour: number;
  /** When nothing else is left, learning cards due within these minutes are shown early. */
  readonly learnAheadMinutes: number;
  /** Longer answers are recorded as this many seconds. */
  readonly answerCapSeconds: number;
  /** FSRS-6 parameters, one set for the profile (docs/rules/memory.md). */
  readonly weights: readonly number[];
  /** Rules of docs/card-rules.md on which no advice is wanted. */
  readonly silencedRules?: readonly string[];
  /** What an imported collection says of itself. */
  readonly foreign?: Foreign;
}

export const DEFAULT_PRESET_ID = 'default';

export const DEFAULT_PRESET: Preset = {
  id: DEFAULT_PRESET_ID,
  name: 'Default',
  newPerDay: 20,
  reviewsPerDay: 200,
  desiredRetention: DEFAULT_OPTIONS.desiredRetention,
  maximumIntervalDays: DEFAULT_OPTIONS.maximumIntervalDays,
  learningStepsMinutes: DEFAULT_OPTIONS.learningStepsMinutes,
  relearningStepsMinutes: DEFAULT_OPTIONS.relearningStepsMinutes,
  fuzz: true,
  newOrder: 'deck-order',
  reviewOrder: 'due-then-random',
  mixing: 'mixed',
  burySiblings: true,
  leechThreshold: 8,
  leechAction: 'suspend',
};

export const DEFAULT_STUDY_SETTINGS: StudySettings = {
  id: 'study',
  rolloverHour: 4,
  learnAheadMinutes: 20,
  answerCapSeconds: 60,
  weights: DEFAULT_OPTIONS.weights,
};

/** The engine's options for a deck studied under `preset`: one object for the same two rows. */
export function schedulerOptions(preset: Preset, settings: StudySettings): SchedulerOptions {
  const known = optionsOf.get(preset);
  if (known?.profile === settings.weights) return known.options;
  const options: SchedulerOptions = {
    weights: weightsUnder(preset, settings),
    desiredRetention: preset.desiredRetention,
    maximumIntervalDays: preset.maximumIntervalDays,
    learningStepsMinutes: preset.learningStepsMinutes,
    relearningStepsMinutes: preset.relearningStepsMinutes,
    fuzz: preset.fuzz,
  };
  optionsOf.set(preset, { profile: settings.weights, options });
  return options;
}

const optionsOf = new WeakMap<
  Preset,
  { readonly profile: readonly number[]; readonly options: SchedulerOptions }
>();

/** The FSRS parameters of decks studied under `preset`: their own, else the profile's (MEMORY-24). */
export function weightsUnder(
  { weights }: Pick<Preset, 'weights'>,
  settings: Pick<StudySettings, 'weights'>,
): readonly number[] {
  return weights && completeWeights(weights) ? weights : settings.weights;
}

/** The deck named `path`, in this spelling if there is one. */
export function deckAt(decks: readonly Deck[], path: string): Deck | undefined {
  const named = decks.filter(({ name }) => isSameName(name, path));
  return named.find(({ name }) => name === path) ?? named[0];
}

/** The deck named `path`, in this spelling if there is one, and all whose names continue it. */
export function decksBelow(decks: readonly Deck[], path: string): Deck[] {
  const isSpeltSo = decks.some(({ name }) => name === path);
  return decks.filter(({ name }) =>
    isSpeltSo ? name === path || isBelow(name, path) : isAtOrBelow(name, path),
  );
}

/** Deck names as a tree has them: one spelling for what lies above; two decks are never one place. */
export function placesOf(names: readonly string[]): ReadonlyMap<string, string> {
  const spellings = new Spellings();
  const taken = new Set<string>();
  const places = new Map<string, string>();
  for (const name of names) {
    if (places.has(name)) continue;
    const spelt = spellings.of(name);
    const place = taken.has(spelt) ? name : spelt;
    taken.add(place);
    places.set(name, place);
  }
  return places;
}
