/**
 * `npm run faults`: makes real faults in the built web shell, in a real Chromium with its data on disk,
 * starts it three times after each, and says what was lost. `-- --quick`: one of each of the few kinds
 * that `npm test` tries (tests/faults).
 * `-- --only WORD`: the kinds whose name has it. `-- --json FILE`: the report as data.
 *
 * A trial is lost where an answer that was accepted is not there, or the first-run screen is shown.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { obtainChromium } from './chromium.mjs';
import { KINDS } from './faults/kinds.mjs';
import { inTrial } from './faults/trial.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});

const chromium = await obtainChromium();
build();
const report = [];
for (const kind of KINDS.filter(isWanted)) {
  const trials = values.quick ? 1 : kind.trials;
  const outcomes = [];
  for (let trial = 0; trial < trials; trial++) {
    const outcome = await inTrial(chromium.path, kind, trial);
    outcomes.push(outcome);
    if (outcome.is === 'impossible') break;
  }
  const count = (is) => outcomes.filter((outcome) => outcome.is === is).length;
  const why = outcomes.filter((outcome) => outcome.is !== 'survived').map((each) => each.why);
  const row = { fault: kind.name, tried: outcomes.length - count('impossible') };
  report.push({ ...row, survived: count('survived'), lost: count('lost'), why });
  console.log(
    `${kind.name}: ${row.tried} tried, ${count('survived')} survived, ${count('lost')} lost` +
      (why.length > 0 ? ` (${[...new Set(why)].join('; ')})` : ''),
  );
}
/** A kind that was named is tried, quick or not. */
function isWanted({ name, isQuick }) {
  if (values.only !== '') return name.includes(values.only);
  return isQuick === true || !values.quick;
}

if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
process.exitCode = report.some(({ lost }) => lost > 0) ? 1 : 0;
