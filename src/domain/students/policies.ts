import type { PlanInput } from '../planner/input.ts';
import { plan, simplePlan } from '../planner/plan.ts';
import { dueInDays, intervalDays } from './growing-up.ts';
import type { SimulatedStudent } from './simulated-student.ts';

export const POLICIES = ['due', 'ahead', 'final-pass', 'simple', 'plan'] as const;
export type PolicyName = (typeof POLICIES)[number];

/** The cards for one day, best first; the student stops when the day's time is over. */
export type Policy = (day: number) => ArrayLike<number>;

/** What a policy may know: the cards as the program knows them, never the truth. */
export interface PolicyInput {
  readonly student: SimulatedStudent;
  /** Seconds of study by days from the first. */
  readonly budgetSeconds: Float64Array;
  /** Day of the exam. */
  readonly examDay: number;
}

/**
 * due: what is due, the most overdue first, then new cards. ahead: then what is not due yet, by
 * overdueness too (time since the last review in intervals). final-pass: `due` until there is just
 * time to see every card once more before the exam, then that, strong memories first. simple: most
 * recall per second by one more review. plan: the planner, from the prices of the day before.
 */
export function policyOf(name: PolicyName, input: PolicyInput): Policy {
  switch (name) {
    case 'due':
      return (day) => ordinary(input, day);
    case 'ahead':
      return (day) => [...ordinary(input, day), ...notDue(input.student)];
    case 'final-pass':
      return finalPass(input);
    case 'simple':
      return (day) => simplePlan(planInput(input, day)).ranked;
    case 'plan': {
      let prices: Float64Array | undefined;
      return (day) => {
        const made = plan(planInput(input, day), prices);
        prices = made.prices;
        return made.ranked;
      };
    }
  }
}

/** The planner's question on `day`. */
function planInput({ student, budgetSeconds, examDay }: PolicyInput, day: number): PlanInput {
  return {
    cards: student.known,
    groups: [{ targets: [{ day: examDay - day, weight: 1 }] }],
    budgetSeconds: budgetSeconds.slice(day),
    student: student.believed,
  };
}

/** A day's even share of the new cards comes first: after the reviews there is no time for them. */
function ordinary({ student, examDay }: PolicyInput, day: number): number[] {
  const { known } = student;
  const fresh = Array.from(known.isNew.keys()).filter((card) => known.isNew[card]);
  const share = Math.ceil(fresh.length / Math.max(1, examDay - day));
  const due = seenCards(student).filter((card) => dueInDays(student, card) <= 0);
  return [...fresh.slice(0, share), ...byOverdueness(student, due), ...fresh.slice(share)];
}

function notDue(student: SimulatedStudent): number[] {
  const waiting = seenCards(student).filter((card) => dueInDays(student, card) > 0);
  return byOverdueness(student, waiting);
}

function finalPass(input: PolicyInput): Policy {
  const { student, budgetSeconds, examDay } = input;
  const { passSeconds, failSeconds } = student.believed;
  const usualSeconds = 0.9 * passSeconds + 0.1 * failSeconds;
  const total = student.known.isNew.length * usualSeconds;
  let left = 0;
  let start = examDay;
  while (start > 0 && left < total) left += budgetSeconds[--start] ?? 0;
  return (day) => {
    const daily = ordinary(input, day);
    if (day < start) return daily;
    const isWaiting = (card: number) => (student.known.elapsedDays[card] ?? 0) > day - start;
    const waiting = seenCards(student).filter(isWaiting);
    const strength = (card: number) => student.known.stability[card] ?? 0;
    waiting.sort((a, b) => strength(b) - strength(a) || a - b);
    const fresh = daily.filter((card) => student.known.isNew[card]);
    return [...waiting, ...fresh];
  };
}

function seenCards({ known }: SimulatedStudent): number[] {
  return Array.from(known.isNew.keys()).filter((card) => !known.isNew[card]);
}

function byOverdueness({ known }: SimulatedStudent, cards: number[]): number[] {
  const overdueness = (card: number) =>
    (known.elapsedDays[card] ?? 0) / intervalDays(known.stability[card] ?? 0);
  // Cards seen today have 0 and come last.
  return cards.sort((a, b) => overdueness(b) - overdueness(a) || a - b);
}
