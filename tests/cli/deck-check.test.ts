import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { CliIo } from '../../src/cli/io.ts';
import { run } from '../../src/cli/main.ts';
import { nodeIo } from '../../src/cli/node-io.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rounds-deck-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good =
  '# T\n- deck: t\n- source: B\n## S\n### a\nThe {{c1::sky}} is {{c2::blue}}.\n- also: U\n';
writeFileSync(join(folder, 'good.md'), good);
writeFileSync(join(folder, 'bad.md'), `${good}### b\nThe {{c1::open.\n`);
writeFileSync(join(folder, 'warn.md'), `${good}- odd: x\n`);

/** What `rounds` prints in the folder of the files: real files, and streams that are read here. */
async function rounds(args: string[]) {
  const printed = { out: '', err: '' };
  const io: CliIo = {
    ...nodeIo(folder, {}),
    out: (text) => {
      printed.out += `${text}\n`;
    },
    err: (text) => {
      printed.err += `${text}\n`;
    },
  };
  return { code: await run(args, io), ...printed };
}

/** Runs the program in `cwd` for real: a process, which takes a second to be ready. */
function realRounds(args: string[], cwd = folder, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/rounds.mjs'), ...args],
    {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, npm_lifecycle_event: '', INIT_CWD: '', ...env },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('rounds deck check', () => {
  test('[DECK-26] it prints facts, cards by section and problems', async () => {
    const { code, out, err } = await rounds(['deck', 'check', 'good.md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('T (t)\n1 fact, 2 cards\n');
    expect(out).toMatch(/^ {2}S {2}2$/m);
    expect(out).toMatch(/^ {2}U {2}2$/m);
    expect(out.trimEnd().endsWith('No problems.')).toBe(true);
  });

  test('[DECK-26] --json prints nothing but the report', () => {
    const { code, out, err } = realRounds(['deck', 'check', '--json', 'good.md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ facts: 1, cards: 2, sections: { S: 2, U: 2 }, problems: [] });
  });

  test('[DECK-27] an error in the file is exit code 1, with its place', async () => {
    const text = realRounds(['deck', 'check', 'bad.md']);
    expect(text.code).toBe(1);
    expect(text.out).toContain('bad.md:9:5: error: A cloze opens here');
    const json = await rounds(['deck', 'check', 'bad.md', '--json']);
    expect(json.code).toBe(1);
    const { facts, problems } = JSON.parse(json.out);
    expect(facts).toBe(1);
    expect(problems).toEqual([
      { line: 9, column: 5, severity: 'error', message: expect.stringContaining('not loaded') },
    ]);
  });

  test('[DECK-27] a warning alone is exit code 0', async () => {
    const { code, out } = await rounds(['deck', 'check', 'warn.md']);
    expect(code).toBe(0);
    expect(out).toContain('warn.md:8:8: warning: "odd" is not a key of a fact');
  });

  test('[DECK-27] a missing file or a folder is exit code 1 with a clear word on stderr', async () => {
    const missing = await rounds(['deck', 'check', 'none.md', '--json']);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('none.md: no such file.');
    expect(JSON.parse(missing.out)).toMatchObject({ facts: 0, problems: [{ severity: 'error' }] });
    const directory = await rounds(['deck', 'check', '.']);
    expect(directory).toMatchObject({ code: 1, out: '' });
    expect(directory.err).toContain('this is a folder');
  });

  test('[DECK-27] wrong usage is exit code 2 with the usage on stderr', async () => {
    for (const args of [
      ['deck', 'check'],
      ['deck', 'check', 'a', 'b'],
      ['deck', 'check', '--x', 'a'],
    ]) {
      expect(await rounds(args)).toMatchObject({ code: 2, out: '' });
    }
    expect((await rounds(['dance'])).err).toContain('no such command: dance');
    expect(realRounds([])).toMatchObject({ code: 2, out: '' });
  });

  test('[DECK-26] --help prints every command', async () => {
    const { code, out } = await rounds(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('rounds deck check FILE [--json]');
    expect(out).toContain('rounds replay FILE.json');
    expect((await rounds(['deck', 'check', '--help'])).out).toContain(
      'rounds deck check FILE [--json]',
    );
  });

  test('[DECK-28] through npm run, files are looked for in the folder the person is in', () => {
    const env = { npm_lifecycle_event: 'rounds', INIT_CWD: folder };
    expect(realRounds(['deck', 'check', 'good.md'], root, env).code).toBe(0);
    expect(realRounds(['deck', 'check', 'decks/natalizumab-ms.md'], root, env).code).toBe(0);
  });
});
