import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { CliIo } from '../../src/cli/io.ts';
import { replayCommand } from '../../src/cli/replay.ts';

async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io: CliIo = {
    openFile: () => Promise.reject(new Error('no such file')),
    readText: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  };
  return { code: await replayCommand(args, io), out: out.join('\n'), err: err.join('\n') };
}

const history = {
  cards: [{ id: 'a', reviews: [{ at: '2026-03-28T20:00:00+01:00', grade: 3 }] }],
};

test('[MEMORY-21] replay prints nothing but JSON', async () => {
  const text = `\uFEFF${JSON.stringify(history)}`;
  const { code, out, err } = await run(['history.json'], { 'history.json': text });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toEqual({
    cards: [
      {
        id: 'a',
        reviews: [
          {
            studyDay: 20_540,
            elapsedDays: 0,
            stability: 2.3065,
            difficulty: 2.11810397,
            state: 'learning',
            intervalDays: 0,
          },
        ],
      },
    ],
  });
});

test("[MEMORY-21] problems go to the error stream with the file's name, and nothing is printed", async () => {
  const files = {
    'bad.json': '{"cards":[{"id":"a","reviews":[{"at":"x","grade":3}]}]}',
    'no.json': '{',
  };
  const bad = await run(['bad.json'], files);
  expect(bad).toMatchObject({ code: 1, out: '' });
  expect(bad.err).toContain('Card 1 ("a"), review 1: "at"');
  expect(bad.err).toContain('bad.json was not replayed');
  expect(await run(['no.json'], files)).toMatchObject({ code: 1, out: '' });
  expect((await run(['no.json'], files)).err).toContain('no.json is not JSON');
  expect((await run(['gone.json'], files)).err).toContain('gone.json could not be read');
});

test('replay called wrongly tells its usage', async () => {
  for (const args of [[], ['--json'], ['--all', 'a.json'], ['a.json', 'b.json']]) {
    expect(await run(args)).toMatchObject({
      code: 2,
      out: '',
      err: 'Usage: rounds replay FILE.json',
    });
  }
});

test('[MEMORY-21] the program itself replays a file, without a browser', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-replay-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'history.json');
  await writeFile(path, JSON.stringify(history));
  const program = join(import.meta.dirname, '../../scripts/rounds.mjs');
  const { stdout, stderr } = await promisify(execFile)('node', [program, 'replay', path]);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout).cards[0].reviews[0]).toMatchObject({ state: 'learning' });
});
