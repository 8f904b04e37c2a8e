/**
 * `npm run faults`: makes real faults in the built web shell and the built desktop shell, in a real Chromium
 * with its data on disk, starts it again after each, and says what was lost. `-- --quick`: one of each of the few kinds that
 * `npm test` tries (tests/faults). `-- --only WORD`: the kinds whose name has it. `-- --trials N`: so many
 * of each, `--first N`: from number N on, whose chance is another than of those before it. `-- --json
 * FILE`: the report as data, with everything that was said.
 *
 * A trial is lost where something that was accepted is not there, or what should be said is not.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { findHeadlessShell, obtainChromium } from './chromium.mjs';
import { KINDS } from './faults/kinds.mjs';
import { trials } from './faults/trial.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    trials: { type: 'string' },
    first: { type: 'string', default: '0' },
    json: { type: 'string' },
  },
});

const chromium = findHeadlessShell() ?? (await obtainChromium());
build();
const report = [];
for (const kind of KINDS.filter(isWanted)) {
  const outcomes = [];
  const many = values.quick ? 1 : Number(values.trials ?? kind.trials);
  for await (const outcome of trials(chromium.path, kind, Number(values.first), many))
    outcomes.push(outcome);
  const count = (is) => outcomes.filter((outcome) => outcome.is === is).length;
  const why = outcomes.filter((outcome) => outcome.is !== 'survived').map((each) => each.why);
  const said = [...new Set(outcomes.flatMap((each) => each.said ?? []))];
  const tried = outcomes.length - count('impossible');
  const row = { fault: kind.name, tried, survived: count('survived'), lost: count('lost') };
  report.push({ ...row, why, said });
  console.log(
    `${kind.name}: ${tried} tried, ${row.survived} survived, ${row.lost} lost` +
      (why.length > 0 ? ` (${[...new Set(why)].join('; ')})` : ''),
  );
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

if (!values.quick)
  console.log(
    'Of the desktop program main, its files and its page were tried; the real Electron was not.',
  );
process.exitCode = report.some(({ lost }) => lost > 0) ? 1 : 0;

/** A kind that was named is tried, quick or not. */
function isWanted({ name, isQuick }) {
  if (values.only !== '') return name.includes(values.only);
  return isQuick === true || !values.quick;
}
