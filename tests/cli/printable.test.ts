import { expect, test } from 'vitest';
import type { CliIo } from '../../src/cli/io.ts';
import { run } from '../../src/cli/main.ts';
import { printable } from '../../src/cli/printable.ts';

/** Everything that steers a terminal or turns what is read; of C0 only what a deck file lets through. */
const HOSTILE = '\u001b[2J\u009b31m\u0007\b\u007f\u202egpj.exe\u2066\u2028\u200f\u0085';
const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  /[\0-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/;
const LONG = 'n'.repeat(3000);

async function rounds(args: string[], file: string) {
  const printed = { out: '', err: '' };
  const io: CliIo = {
    openFile: () => Promise.reject(new Error('no such file')),
    readText: async () => file,
    out: (text) => {
      printed.out += `${text}\n`;
    },
    err: (text) => {
      printed.err += `${text}\n`;
    },
  };
  await run(args, io);
  return printed;
}

const DECK = `# T${HOSTILE}\n- deck: t${HOSTILE}\n## S${HOSTILE}\n### a\nThe {{c1::x}} y.\n- odd${HOSTILE}: x
### b${HOSTILE}\nThe {{c1::z.\n## E${HOSTILE}\n## ${LONG}\n### c\nThe {{c1::x}} z.\n## ${LONG}2\n`;

test.each([
  ['a deck check', ['deck', 'check', 'a.md'], DECK],
  ['the same as JSON', ['deck', 'check', 'a.md', '--json'], DECK],
  ['a file name', ['deck', 'check', `a${HOSTILE}.md`], DECK],
  ['a file name with wrong options', ['deck', 'check', `a${HOSTILE}`, `b${HOSTILE}`], DECK],
  ['a command that is not there', [`no${HOSTILE}`], ''],
  ['a history that is not JSON', ['replay', 'a.json'], `{"a": ${HOSTILE}`],
  [
    'a history that is wrong',
    ['replay', 'a.json'],
    JSON.stringify({ [HOSTILE]: HOSTILE, reviews: HOSTILE }),
  ],
  ['a simulation', ['simulate-exam', `--x${HOSTILE}`, HOSTILE], ''],
])('[DECK-32] %s steers no terminal', async (_, args, file) => {
  const { out, err } = await rounds(args, file);
  expect(out + err).not.toBe('');
  expect(out).not.toMatch(STEERING);
  expect(err).not.toMatch(STEERING);
});

test('[DECK-32] JSON stays JSON and says the names as they are; a list for people folds long ones', async () => {
  const asked = await rounds(['deck', 'check', 'a.md', '--json'], DECK);
  const { sections } = JSON.parse(asked.out) as { sections: Record<string, number> };
  expect(Object.keys(sections)).toContain(LONG);
  expect(Object.keys(sections).some((name) => name.includes('\u009b31m'))).toBe(true);
  const { out } = await rounds(['deck', 'check', 'a.md'], DECK);
  expect(out).not.toContain('n'.repeat(100));
});

test('[DECK-32] what steers nothing is printed as it is', () => {
  const text = 'α4β1\tÄ 腎 שלום 👩‍⚕️\n“x” \\u001b';
  expect(printable(text)).toBe(text);
});
