import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { collectionCheckCommand } from '../../src/cli/collection-check.ts';
import { nodeIo } from '../../src/cli/node-io.ts';
import { EXAMPLE } from '../exchange/example.ts';
import { collectionFileOf } from '../support/collection-file.ts';

async function run(content: Uint8Array | undefined, ...options: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-collection-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  if (content) await writeFile(join(folder, 'mine.rounds'), content);
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    ...nodeIo(folder, {}),
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
  };
  const code = await collectionCheckCommand(['mine.rounds', ...options], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('[COPY-4] a whole file is told in words and as JSON', async () => {
  const file = await collectionFileOf(EXAMPLE);
  const { code, out, err } = await run(file);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('1 card of 1 note, 1 review, 3 operations, 0 media files');
  expect(out).toContain('Whole:');
  const asJson = await run(file, '--json');
  expect(asJson).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(asJson.out)).toMatchObject({
    isWhole: true,
    isSame: true,
    counts: { cards: 1, notes: 1, reviews: 1, operations: 3, media: 0 },
    refused: [],
  });
});

test('[COPY-4] a file that is cut, is none, or is not there is exit code 1 with the reason', async () => {
  const cut = await run((await collectionFileOf(EXAMPLE)).slice(0, 300), '--json');
  expect(cut.code).toBe(1);
  expect(cut.err).toContain('mine.rounds: The end of the file is missing');
  expect(JSON.parse(cut.out)).toMatchObject({ isWhole: false, fault: 'cut-off' });
  expect((await run(new Uint8Array(9))).err).toContain('This is no collection file.');
  expect(await run(undefined)).toMatchObject({ code: 1, out: '' });
});

test('[COPY-4] steps that come to something else are exit code 1, with what differs', async () => {
  const counts = { cards: 2, notes: 1, reviews: 1, operations: 3, media: 0 };
  const other = await run(await collectionFileOf(EXAMPLE, [], { counts }));
  expect(other.code).toBe(1);
  expect(other.out).toContain('do not come to what was saved: cards 1, saved 2.');
});

test('[COPY-4] called wrongly it says how it is called, and the program knows the command', async () => {
  expect((await run(undefined, '--loud')).code).toBe(2);
  const rounds = promisify(execFile)('node', ['scripts/rounds.mjs', 'collection', 'check']);
  await expect(rounds).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
});
