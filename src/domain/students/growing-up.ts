import { type Random, type SimulatedStudent, sleep, study } from './simulated-student.ts';

/** How long the collection has grown before the exam is planned. */
const DAYS = 120;
/** The student stays away on so many of the days; what was due then waits. */
const SKIPPED = 0.15;

/**
 * Lets `seen` of the student's cards, the first ones, be learnt over 120 days of ordinary study at
 * a desired retention of 90 %: new ones evenly over the time, each review on the day it is due, or
 * on the first day after it that is not skipped.
 */
export function growUp(student: SimulatedStudent, seen: number, random: Random): void {
  const { known } = student;
  const firstDay = Float64Array.from({ length: seen }, () => Math.floor(random() * DAYS));
  for (let day = 0; day < DAYS; day++) {
    const isSkipped = random() < SKIPPED && day < DAYS - 1;
    for (let card = 0; card < seen && !isSkipped; card++) {
      const isDue = known.isNew[card]
        ? (firstDay[card] ?? 0) <= day
        : dueInDays(student, card) <= 0;
      if (isDue) study(student, card, random);
    }
    sleep(student);
  }
}

/** Days from now until the ordinary schedule asks for `card`; below 0: overdue. Seen cards only. */
export function dueInDays({ known }: SimulatedStudent, card: number): number {
  return intervalDays(known.stability[card] ?? 0) - (known.elapsedDays[card] ?? 0);
}

/** At a desired retention of 90 % an interval is the stability, by its definition. */
export function intervalDays(stability: number): number {
  return Math.max(1, Math.round(stability));
}
