/** `npm run bench -- --memory`: how well each model predicts recall, walking forward in time (docs/memory.md). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../build.mjs';
import { inNode } from './in-node.mjs';

const logs = join(checkout, 'bench', 'review-logs');

export async function printMemory({ isSmall, isJson, say }) {
  const logText = readFileSync(join(logs, 'py-fsrs.txt'), 'utf8');
  const results = await inNode('memory', ({ historiesOfLog, generatedHistories, memoryRows }) => {
    const collections = [
      { name: 'One person, 2024 (py-fsrs)', histories: () => historiesOfLog(logText) },
      ...generatedHistories(isSmall),
    ];
    return collections.map(({ name, histories }) => {
      say(`Measuring: ${name}.`);
      const of = histories();
      return { name, answers: of.grades.length, rows: memoryRows(of) };
    });
  });
  process.stdout.write(isJson ? `${JSON.stringify(results, null, 2)}\n` : tableOf(results));
}

function tableOf(results) {
  const lines = results.flatMap(({ name, answers, rows }) => [
    `| ${name}: ${answers.toLocaleString('en')} answers | | | |`,
    ...rows.map(({ model, error }) => {
      const { logLoss, rmseBins, auc } = error;
      return `| ${model} | ${[logLoss, rmseBins, auc].map((value) => value.toFixed(4)).join(' | ')} |`;
    }),
  ]);
  return ['| | log loss | RMSE(bins) | AUC |', '|---|---|---|---|', ...lines, ''].join('\n');
}
