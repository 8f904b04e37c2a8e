import type { Tally } from '../../src/domain/study/tally.ts';
import type { StudyDay } from '../../src/kernel/study-day.ts';

type Part = keyof Tally;

/** `tally` with collected changes of one key added, day by day; the stored form is another. */
export function changedTally(
  tally: Tally,
  changes: Readonly<Record<Part, ReadonlyMap<StudyDay, number>>>,
): Tally {
  const sums = (Object.keys(tally) as Part[]).map((part) => {
    const days: Record<StudyDay, number> = { ...tally[part] };
    for (const [day, change] of changes[part]) {
      const sum = (days[day] ?? 0) + change;
      if (sum === 0) delete days[day];
      else days[day] = sum;
    }
    return [part, days] as const;
  });
  return Object.fromEntries(sums) as unknown as Tally;
}
