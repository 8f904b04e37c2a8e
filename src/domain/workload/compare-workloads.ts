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
  if (from === to) {
    return `About ${minutes(to)} a day over the next ${days} days, the same as now.`;
  }
  const how = to > from ? 'more' : 'less';
  return `About ${minutes(to)} a day over the next ${days} days, ${minutes(Math.abs(to - from))} ${how} than now.`;
}

function minutes(count: number): string {
  return count === 1 ? '1 minute' : `${count} minutes`;
}
