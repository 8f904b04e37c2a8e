import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runAll, type Task } from '../../scripts/test/lanes.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-lanes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that says in the folder that it has begun, does `then`, and says that it has ended. */
function task(label: string, then = '', isAlone = false): Task {
  const body = `
    const { appendFileSync, existsSync } = require('node:fs');
    const say = (what) => appendFileSync('said', what + ' ${label}\\n');
    const until = (name) => new Promise((resolve) => {
      const look = () => (existsSync(name) ? resolve() : setTimeout(look, 10));
      look();
    });
    process.chdir(${JSON.stringify(folder)});
    (async () => {
      say('begin');
      appendFileSync('${label}', '');
      ${then}
      say('end');
    })();`;
  return { label, command: ['--eval', body], env: process.env, isAlone };
}

const said = () => readFileSync(join(folder, 'said'), 'utf8').trim().split('\n');

test('a task that is alone begins when one lane is still busy, and not before', async () => {
  const runs = await runAll(
    [
      task('long', "await until('alone');"),
      task('short'),
      task('waiting'),
      task('alone', '', true),
    ],
    2,
  );
  expect(runs.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  const order = said();
  expect(order.indexOf('begin alone')).toBeGreaterThan(order.indexOf('end waiting'));
  expect(order.indexOf('end long')).toBeGreaterThan(order.indexOf('begin alone'));
});

test('with one lane everything is one after the other, and each says how it ended', async () => {
  const runs = await runAll(
    [task('one'), task('two', 'process.exit(1);'), task('alone', '', true)],
    1,
  );
  expect(runs.map(({ task: { label }, ok }) => [label, ok])).toEqual([
    ['one', true],
    ['two', false],
    ['alone', true],
  ]);
  expect(said()).toEqual(['begin one', 'end one', 'begin two', 'begin alone', 'end alone']);
  expect(existsSync(join(folder, 'alone'))).toBe(true);
});
