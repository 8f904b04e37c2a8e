import { plural, t } from '../../kernel/texts.ts';
import type { Deck, Preset } from '../collection/deck.ts';
import type { DeckId } from '../../kernel/ids.ts';
import type { WorkloadDay } from './simulate.ts';

/** Two workloads in numbers: minutes and answers a day on average, and the longest day. */
export interface WorkloadChange {
  readonly before: WorkloadSummary;
  readonly after: WorkloadSummary;
}
export interface WorkloadSummary {
  readonly minutesADay: number;
  readonly reviewsADay: number;
  readonly newCards: number;
  readonly longestMinutes: number;
}

export function summaryOfWorkload(days: readonly WorkloadDay[]): WorkloadSummary {
  const sum = (part: (day: WorkloadDay) => number) =>
    days.reduce((total, day) => total + part(day), 0);
  const length = Math.max(1, days.length);
  return {
    minutesADay: sum((day) => day.minutes) / length,
    reviewsADay: sum((day) => day.reviews) / length,
    newCards: sum((day) => day.new),
    longestMinutes: Math.max(0, ...days.map((day) => day.minutes)),
  };
}

/** What a change of options does, in one sentence (OPTIONS-2). */
export function workloadChangeInWords({ before, after }: WorkloadChange, days: number): string {
  const from = Math.round(before.minutesADay);
  const to = Math.round(after.minutesADay);
  const ahead = minutesAheadInWords(after, days);
  if (from === to) return t`${ahead}, the same as now.`;
  const how = to > from ? 'more' : 'less';
  return t`${ahead}, ${minutes(Math.abs(to - from))} ${how} than now.`;
}

/** 'About 12 minutes a day over the next 30 days'; under half a minute no number says anything. */
export function minutesAheadInWords({ minutesADay }: WorkloadSummary, days: number): string {
  const whole = Math.round(minutesADay);
  const much = whole === 0 ? t`Less than a minute` : t`About ${minutes(whole)}`;
  return t`${much} a day over the next ${days} days`;
}

function minutes(count: number): string {
  return plural(count, '1 minute', '# minutes');
}

export interface WorkloadPreview {
  readonly before: readonly WorkloadDay[];
  readonly after: readonly WorkloadDay[];
}

/** How many days a preview looks ahead. */
export const PREVIEW_DAYS = 30;

/** Decks that are studied under the same options now. */
export interface DecksBefore {
  readonly deckIds: readonly DeckId[];
  readonly before: Preset;
}

/** `decks` by the options that they follow now. */
export function decksByPreset(decks: readonly Deck[], presets: readonly Preset[]): DecksBefore[] {
  return presets
    .map((before) => ({
      deckIds: decks.filter((deck) => deck.presetId === before.id).map((deck) => deck.id),
      before,
    }))
    .filter(({ deckIds }) => deckIds.length > 0);
}

/** Limits hold deck by deck, so that the days of several groups of decks add up. */
export function joined(one: WorkloadPreview, other: WorkloadPreview): WorkloadPreview {
  const added = (days: readonly WorkloadDay[], more: readonly WorkloadDay[]): WorkloadDay[] =>
    days.map((day, index) => ({
      studyDay: day.studyDay,
      new: day.new + (more[index]?.new ?? 0),
      reviews: day.reviews + (more[index]?.reviews ?? 0),
      minutes: day.minutes + (more[index]?.minutes ?? 0),
    }));
  return { before: added(one.before, other.before), after: added(one.after, other.after) };
}
