import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rounds-deck-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good =
  '# T\n- deck: t\n- source: B\n## S\n### a\nThe {{c1::sky}} is {{c2::blue}}.\n- also: U\n';
writeFileSync(join(folder, 'good.md'), good);
writeFileSync(join(folder, 'bad.md'), `${good}### b\nThe {{c1::open.\n`);
writeFileSync(join(folder, 'warn.md'), `${good}- odd: x\n`);

/** Runs the program in `cwd` for real. */
function rounds(args: string[], cwd = folder, env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, [join(root, 'scripts/rounds.mjs'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_lifecycle_event: '', INIT_CWD: '', ...env },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('rounds deck check', () => {
  test('[DECK-26] it prints facts, cards by section and problems', () => {
    const { code, out, err } = rounds(['deck', 'check', 'good.md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('T (t)\n1 fact, 2 cards\n');
    expect(out).toMatch(/^ {2}S {2}2$/m);
    expect(out).toMatch(/^ {2}U {2}2$/m);
    expect(out.trimEnd().endsWith('No problems.')).toBe(true);
  });

  test('[DECK-26] --json prints nothing but the report', () => {
    const { code, out, err } = rounds(['deck', 'check', '--json', 'good.md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ facts: 1, cards: 2, sections: { S: 2, U: 2 }, problems: [] });
  });

  test('[DECK-27] an error in the file is exit code 1, with its place', () => {
    const text = rounds(['deck', 'check', 'bad.md']);
    expect(text.code).toBe(1);
    expect(text.out).toContain('bad.md:9:5: error: A cloze opens here');
    const json = rounds(['deck', 'check', 'bad.md', '--json']);
    expect(json.code).toBe(1);
    const { facts, problems } = JSON.parse(json.out);
    expect(facts).toBe(1);
    expect(problems).toEqual([
      { line: 9, column: 5, severity: 'error', message: expect.stringContaining('not loaded') },
    ]);
  });

  test('[DECK-27] a warning alone is exit code 0', () => {
    const { code, out } = rounds(['deck', 'check', 'warn.md']);
    expect(code).toBe(0);
    expect(out).toContain('warn.md:8:8: warning: "odd" is not a key of a fact');
  });

  test('[DECK-27] a missing file or a folder is exit code 1 with a clear word on stderr', () => {
    const missing = rounds(['deck', 'check', 'none.md', '--json']);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('none.md: no such file.');
    expect(JSON.parse(missing.out)).toMatchObject({ facts: 0, problems: [{ severity: 'error' }] });
    const directory = rounds(['deck', 'check', '.']);
    expect(directory).toMatchObject({ code: 1, out: '' });
    expect(directory.err).toContain('this is a folder');
  });

  test('[DECK-27] wrong usage is exit code 2 with the usage on stderr', () => {
    for (const args of [
      ['deck', 'check'],
      ['deck', 'check', 'a', 'b'],
      ['deck', 'check', '--x', 'a'],
    ]) {
      expect(rounds(args)).toMatchObject({ code: 2, out: '' });
    }
    expect(rounds(['dance']).err).toContain('no such command: dance');
    expect(rounds([])).toMatchObject({ code: 2, out: '' });
  });

  test('[DECK-26] --help prints every command', () => {
    const { code, out } = rounds(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('rounds deck check FILE [--json]');
    expect(out).toContain('rounds replay FILE.json');
    expect(rounds(['deck', 'check', '--help']).out).toContain('rounds deck check FILE [--json]');
  });

  test('[DECK-28] through npm run, files are looked for in the folder the person is in', () => {
    const env = { npm_lifecycle_event: 'rounds', INIT_CWD: folder };
    expect(rounds(['deck', 'check', 'good.md'], root, env).code).toBe(0);
    expect(rounds(['deck', 'check', 'decks/natalizumab-ms.md'], root, env).code).toBe(0);
  });
});
