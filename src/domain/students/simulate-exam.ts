import type { PlanInput, StudentModel } from '../planner/input.ts';
import { plan } from '../planner/plan.ts';
import { randomFrom } from '../../kernel/seeded.ts';
import { growUp } from './growing-up.ts';
import { type PolicyName, policyOf } from './policies.ts';
import {
  lastingStability,
  newStudent,
  type SimulatedStudent,
  secondsOf,
  sleep,
  study,
  trueRecall,
} from './simulated-student.ts';

export interface ExamScenario {
  readonly cards: number;
  /** Share of the cards already learnt, 0 to 1. */
  readonly seen: number;
  /** Days until the exam, 1 or more. */
  readonly days: number;
  /** A day. */
  readonly minutes: number;
  readonly seed: number;
  readonly isMisspecified: boolean;
  readonly policy: PolicyName;
  readonly student: StudentModel;
  /** Days from the first on which the student means to study and does not. */
  readonly missedDays?: ReadonlySet<number>;
}

export interface ExamResult {
  /** True mean recall on the day of the exam, 0 to 1. */
  readonly recall: number;
  /** About what no plan can expect to pass, even one that knew the student's memory, 0 to 1. */
  readonly boundEstimate: number;
  /** By day. */
  readonly secondsUsed: Float64Array;
  /** By day: seconds of the card at which the day's time ran out; 0 if it did not. */
  readonly lastCardSeconds: Float64Array;
}

/**
 * One simulated student up to one exam. Students of one seed are alike whatever the policy; what
 * happens to them then differs with the cards they study.
 */
export function simulateExam(scenario: ExamScenario): ExamResult {
  const { days, cards } = scenario;
  const student = grownStudent(scenario);
  const budgetSeconds = new Float64Array(days).fill(scenario.minutes * 60);
  const policy = policyOf(scenario.policy, { student, budgetSeconds, examDay: days });
  const random = randomFrom(scenario.seed * 7919 + 17);
  const secondsUsed = new Float64Array(days);
  const lastCardSeconds = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    if (!scenario.missedDays?.has(day)) {
      const budget = budgetSeconds[day] ?? 0;
      const list = budget > 0 ? policy(day) : [];
      let spent = 0;
      for (let at = 0; at < list.length && spent < budget; at++) {
        const card = list[at] ?? 0;
        const wasNew = student.known.isNew[card] === 1;
        const seconds = secondsOf(student, wasNew, study(student, card, random));
        spent += seconds;
        if (spent >= budget) lastCardSeconds[day] = seconds;
      }
      secondsUsed[day] = spent;
    }
    sleep(student);
  }
  let recall = 0;
  for (let card = 0; card < cards; card++) recall += trueRecall(student, card, 0) / cards;
  let bound: number | undefined;
  return {
    recall,
    // Only where it is asked for: it takes a plan, which is longer than most policies do.
    get boundEstimate() {
      bound ??= boundOf(scenario, budgetSeconds);
      return bound;
    },
    secondsUsed,
    lastCardSeconds,
  };
}

function boundOf(scenario: ExamScenario, budgetSeconds: Float64Array): number {
  const withOne = budgetSeconds.map(withOneMore(scenario.student));
  return plan(trueInput(grownStudent(scenario), withOne)).boundEstimate;
}

/** The student of a scenario on the day the exam is planned. */
function grownStudent(scenario: ExamScenario): SimulatedStudent {
  const random = randomFrom(scenario.seed);
  const { cards, student: believed, isMisspecified } = scenario;
  const student = newStudent({ cards, believed, isMisspecified }, random);
  growUp(student, Math.round(cards * scenario.seen), random);
  return student;
}

/** A day's rule allows one card over its budget, the longest one at most; so does the bound. */
function withOneMore({ passSeconds, failSeconds, newSeconds }: StudentModel) {
  const longest = Math.max(passSeconds, failSeconds, newSeconds);
  return (seconds: number): number => (seconds > 0 ? seconds + longest : 0);
}

/** The planner's question if it knew the student's memory. */
function trueInput(student: SimulatedStudent, budgetSeconds: Float64Array): PlanInput {
  const { truth, believed, trueWeights } = student;
  const stability = truth.stability.map((_, card) => lastingStability(student, card));
  return {
    cards: { ...truth, stability },
    groups: [{ targets: [{ day: budgetSeconds.length, weight: 1 }] }],
    budgetSeconds,
    student: { ...believed, weights: trueWeights },
  };
}
