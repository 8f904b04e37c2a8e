/**
 * `npm run exam-table`: the table of docs/exam-planning.md, every scenario and policy with eight
 * simulated students each. Takes about ten minutes on one core. `-- 3` takes three students.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const SCENARIOS = {
  A: { cards: 2000, seen: 1, days: 30, minutes: 20 },
  B: { cards: 2000, seen: 0.6, days: 30, minutes: 30 },
  C: { cards: 5000, seen: 1, days: 14, minutes: 30 },
  D: { cards: 1000, seen: 1, days: 60, minutes: 10 },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const quiet = { root, configFile: false, envDir: false, logLevel: 'silent' };
const load = async (path) => (await runnerImport(`${root}src/domain/${path}`, quiet)).module;
const { simulateExam } = await load('students/simulate-exam.ts');
const { POLICIES } = await load('students/policies.ts');
const { DEFAULT_STUDENT } = await load('planner/plan.ts');
const seeds = Array.from({ length: Number(process.argv[2] ?? 8) }, (_, at) => at + 1);

for (const [name, scenario] of Object.entries(SCENARIOS)) {
  for (const isMisspecified of [false, true]) {
    const recalls = {};
    let bounds = [];
    for (const policy of POLICIES) {
      const results = seeds.map((seed) =>
        simulateExam({ ...scenario, seed, policy, isMisspecified, student: DEFAULT_STUDENT }),
      );
      recalls[policy] = results.map(({ recall }) => 100 * recall);
      bounds = results.map(({ boundEstimate }) => 100 * boundEstimate);
      process.stdout.write(
        `${name}${isMisspecified ? ' mis' : ''} ${policy}: ${spread(recalls[policy])}\n`,
      );
    }
    const leads = recalls.plan.map((recall, at) => recall - recalls.ahead[at]);
    const gaps = bounds.map((bound, at) => bound - recalls.plan[at]);
    process.stdout.write(
      `${name}${isMisspecified ? ' mis' : ''} plan − ahead: ${spread(leads)}, worst ${Math.min(...leads).toFixed(2)}; bound ${spread(bounds)}, farthest below it ${Math.max(...gaps).toFixed(2)}\n`,
    );
  }
}

/** Mean ± standard deviation. */
function spread(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return `${mean.toFixed(2)} ± ${Math.sqrt(squares / Math.max(1, values.length - 1)).toFixed(2)}`;
}
