import { DEFAULT_STUDENT } from '../domain/planner/plan.ts';
import { completeWeights } from '../domain/memory/weights.ts';
import { POLICIES, type PolicyName } from '../domain/students/policies.ts';
import type { ExamScenario } from '../domain/students/simulate-exam.ts';
import { ask } from '../engine/headless.ts';
import type { CliIo } from './io.ts';
import { MINUTES_PER_DAY } from '../kernel/time.ts';

const USAGE =
  'Usage: rounds simulate-exam --cards N --seen FRACTION --days N --minutes N --seed N\n' +
  `  [--misspecified] [--policy ${POLICIES.join('|')}] [--weights FILE] [--json]`;

/** What each number may be. Beyond them a simulation would take hours or mean nothing. */
const NUMBERS = {
  '--cards': { least: 1, most: 100_000, isWhole: true },
  '--seen': { least: 0, most: 1, isWhole: false },
  '--days': { least: 1, most: 400, isWhole: true },
  '--minutes': { least: 0, most: MINUTES_PER_DAY, isWhole: false },
  '--seed': { least: 0, most: 4_294_967_295, isWhole: true },
} as const;
type NumberOption = keyof typeof NUMBERS;

interface Arguments {
  readonly numbers: Readonly<Record<NumberOption, number>>;
  readonly policy: PolicyName;
  readonly isMisspecified: boolean;
  readonly weightsFile: string | undefined;
  readonly asJson: boolean;
}

/**
 * `rounds simulate-exam …`: one simulated student up to one exam (docs/exam-planning.md). Prints
 * the policy, true mean recall on the day and its upper bound (0 to 1), minutes really used a day,
 * and the processor's time; the same seed gives the same answer, that time excepted. Exit code 0;
 * 1 for a weights file that is missing or unusable; 2 called wrongly.
 */
export async function simulateExamCommand(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args);
  if ('problem' in read) {
    io.err(`${read.problem}\n${USAGE}`);
    return 2;
  }
  const weights = await readWeights(read.weightsFile, io);
  if ('problem' in weights) {
    io.err(weights.problem);
    return 1;
  }
  const { numbers, policy, isMisspecified } = read;
  const scenario: ExamScenario = {
    cards: numbers['--cards'],
    seen: numbers['--seen'],
    days: numbers['--days'],
    minutes: numbers['--minutes'],
    seed: numbers['--seed'],
    policy,
    isMisspecified,
    student: { ...DEFAULT_STUDENT, weights: weights.weights },
  };
  const before = process.cpuUsage();
  const simulated = await ask('simulateExam', scenario);
  if (!simulated.ok) {
    io.err(simulated.problem.what);
    return 1;
  }
  const { recall, boundEstimate, secondsUsed } = simulated.value;
  const { user, system } = process.cpuUsage(before);
  const minutes = secondsUsed.reduce((sum, seconds) => sum + seconds, 0) / 60;
  const report = {
    policy,
    recall,
    boundEstimate,
    minutesPerDay: minutes / scenario.days,
    cpuMillis: Math.round((user + system) / 1000),
  };
  io.out(read.asJson ? JSON.stringify(report) : inWords(report, scenario));
  return 0;
}

function inWords(
  report: { recall: number; boundEstimate: number; minutesPerDay: number; cpuMillis: number },
  { policy, cards, days, seed }: ExamScenario,
): string {
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  return [
    `${policy}: ${percent(report.recall)} of ${cards} cards recalled on day ${days} (seed ${seed})`,
    `at most about ${percent(report.boundEstimate)} to be expected, whatever the plan (an estimate)`,
    `${report.minutesPerDay.toFixed(1)} minutes a day used, ${report.cpuMillis} ms of processor time`,
  ].join('\n');
}

function readArguments(args: readonly string[]): Arguments | { readonly problem: string } {
  const given = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at++) {
    const name = args[at] ?? '';
    if (name === '--json' || name === '--misspecified') {
      flags.add(name);
      continue;
    }
    if (!(name in NUMBERS) && name !== '--policy' && name !== '--weights') {
      return { problem: `There is no option ${name}.` };
    }
    const value = args[++at];
    if (value === undefined || value.startsWith('--')) {
      return { problem: `${name} needs a value after it.` };
    }
    if (given.has(name)) return { problem: `${name} is given twice.` };
    given.set(name, value);
  }
  const numbers: Partial<Record<NumberOption, number>> = {};
  for (const name of Object.keys(NUMBERS) as NumberOption[]) {
    const read = numberOf(name, given.get(name));
    if (typeof read === 'string') return { problem: read };
    numbers[name] = read;
  }
  const policy = given.get('--policy') ?? 'plan';
  if (!isPolicy(policy)) {
    return { problem: `--policy is one of ${POLICIES.join(', ')}, not ${policy}.` };
  }
  return {
    numbers: numbers as Record<NumberOption, number>,
    policy,
    isMisspecified: flags.has('--misspecified'),
    weightsFile: given.get('--weights'),
    asJson: flags.has('--json'),
  };
}

/** The number, or what is wrong with it. */
function numberOf(name: NumberOption, text: string | undefined): number | string {
  const { least, most, isWhole } = NUMBERS[name];
  if (text === undefined) return `${name} is missing.`;
  const number = Number(text);
  const isFine =
    text.trim() !== '' &&
    number >= least &&
    number <= most &&
    (!isWhole || Number.isInteger(number));
  const kind = isWhole ? 'a whole number' : 'a number';
  return isFine ? number : `${name} must be ${kind} from ${least} to ${most}, not ${text}.`;
}

function isPolicy(name: string): name is PolicyName {
  return (POLICIES as readonly string[]).includes(name);
}

/** FSRS weights, as a JSON list or as numbers with commas or spaces between them. */
async function readWeights(
  path: string | undefined,
  io: CliIo,
): Promise<{ readonly weights: readonly number[] } | { readonly problem: string }> {
  if (path === undefined) return { weights: DEFAULT_STUDENT.weights };
  let text: string;
  try {
    text = await io.readText(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `${path} could not be read: ${reason}` };
  }
  const parts = text
    .replace(/^\uFEFF/, '')
    .replace(/[[\]]/g, ' ')
    .split(/[\s,;]+/);
  const numbers = parts.filter((part) => part !== '').map(Number);
  const weights = numbers.length > 0 ? completeWeights(numbers) : undefined;
  if (weights) return { weights };
  return {
    problem: `${path} does not hold FSRS weights: 21 numbers (or 19 of FSRS-5, or 17 of FSRS-4.5), as a list with commas. Nothing was simulated.`,
  };
}
