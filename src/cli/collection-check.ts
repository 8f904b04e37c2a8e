import { ask } from '../engine/headless.ts';
import type { CliIo } from './io.ts';
import { oneFile } from './one-file.ts';
import { counted } from './printable.ts';
import { reasonOf } from './reason-of.ts';

const USAGE = 'Usage: rounds collection check FILE.rounds [--json]';
/** So many steps without effect are named. */
const MOST_NAMED = 20;

/**
 * `rounds collection check FILE.rounds [--json]` (COPY-4). Exit code 0: it is whole, and its steps
 * come to what was saved; 1: it is not, or there is no such file; 2: called wrongly.
 */
export async function collectionCheckCommand(args: readonly string[], io: CliIo): Promise<number> {
  const called = oneFile(args);
  if (!called) {
    io.err(USAGE);
    return 2;
  }
  const { path, asJson } = called;
  const fail = (fault: string, ...sentences: readonly string[]): number => {
    const message = sentences.join(' ');
    io.err(`${path}: ${message}`);
    if (asJson) io.out(JSON.stringify({ isWhole: false, isSame: false, fault, message }, null, 2));
    return 1;
  };
  const file = await io.openFile(path).catch((error: unknown) => reasonOf(error));
  if (typeof file === 'string') return fail('unread', file, 'Check the name and the folder.');
  const asked = await ask('checkCollectionFile', { bytes: file }).finally(() => file.close());
  if (!asked.ok) return fail('unread', asked.problem.what);
  if (!asked.value.ok) {
    const { fault, what, todo } = asked.value.problem;
    return fail(fault, what, todo);
  }
  const { manifest, stateHash, counts, isSame, refused, deferred } = asked.value.value;
  if (asJson) {
    const saved = { stateHash: manifest.stateHash, counts: manifest.counts };
    const { format, program } = manifest;
    const lastAt = new Date(manifest.lastAtMillis).toISOString();
    const found = { isWhole: true, isSame, format, program, lastAt, stateHash, counts };
    io.out(JSON.stringify({ ...found, saved, refused, deferred }, null, 2));
  } else {
    const { cards, notes, reviews, operations, media } = counts;
    const lines = [
      `${counted(cards, 'card')} of ${counted(notes, 'note')}, ${counted(reviews, 'review')}, ${counted(operations, 'operation')}, ${counted(media, 'media file')}`,
      `State ${stateHash}; the last operation is of ${new Date(manifest.lastAtMillis).toISOString()}`,
      `Written by ${manifest.program}, format ${manifest.format}`,
      ...listed('without effect', refused),
      ...listed('of a newer Rounds, put aside', deferred),
      isSame
        ? 'Whole: every file is as it was saved, and the operations come to what was saved.'
        : `Every file is as it was saved, but the operations do not come to what was saved: ${differences(manifest, { stateHash, counts })}.`,
    ];
    io.out(lines.join('\n'));
  }
  return isSame ? 0 : 1;
}

type Standing = { readonly stateHash: string; readonly counts: object };

function differences(saved: Standing, found: Standing): string {
  const now = new Map(Object.entries(found.counts));
  const named = Object.entries(saved.counts)
    .filter(([name, count]) => now.get(name) !== count)
    .map(([name, count]) => `${name} ${now.get(name)}, saved ${count}`);
  if (saved.stateHash !== found.stateHash) named.push(`saved state ${saved.stateHash}`);
  return named.join('; ');
}

function listed(title: string, rows: readonly { readonly id: string; readonly why: string }[]) {
  if (rows.length === 0) return [];
  return [
    `${counted(rows.length, 'operation')} ${title}:`,
    ...rows.slice(0, MOST_NAMED).map(({ id, why }) => `  ${id}: ${why}`),
  ];
}
