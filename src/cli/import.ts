import { ask } from '../engine/headless.ts';
import type { CliIo } from './io.ts';
import { oneFile } from './one-file.ts';
import { counted } from './printable.ts';
import { reasonOf } from './reason-of.ts';

const USAGE = 'Usage: rounds import FILE --dry-run [--json]';
const NOTHING = { notes: 0, cards: 0, reviews: 0, media: 0, types: 0, decks: 0 };

/**
 * `rounds import FILE --dry-run [--json]` (ANKI-13). Exit code 0: this can come; 1: nothing can, or
 * there is no such file; 2: called wrongly. Without a window there is no collection to import into.
 */
export async function importCommand(args: readonly string[], io: CliIo): Promise<number> {
  const called = oneFile(args.filter((arg) => arg !== '--dry-run'));
  if (!called || !args.includes('--dry-run')) {
    io.err(USAGE);
    return 2;
  }
  const { path, asJson } = called;
  const fail = (...sentences: readonly string[]): number => {
    const message = sentences.join(' ');
    io.err(`${path}: ${message}`);
    if (asJson) io.out(JSON.stringify({ ...NOTHING, problems: [message] }, null, 2));
    return 1;
  };
  const file = await io.openFile(path).catch((error: unknown) => reasonOf(error));
  if (typeof file === 'string') return fail(file, 'Check the name and the folder.');
  const now = new Date();
  const clock = { atMillis: now.getTime(), utcOffsetMinutes: -now.getTimezoneOffset() };
  const asked = await ask('previewImport', { bytes: file, name: path, clock }).finally(() =>
    file.close(),
  );
  if (!asked.ok) return fail(asked.problem.what);
  if (!asked.value.ok) {
    const { what, kept, todo } = asked.value.problem;
    return fail(what, kept, todo);
  }
  const found = asked.value.value;
  if (asJson) {
    io.out(JSON.stringify(found, null, 2));
    return 0;
  }
  const { notes, cards, reviews, media, types, decks, problems } = found;
  io.out(
    [
      `${counted(cards, 'card')} of ${counted(notes, 'note')} in ${counted(decks, 'deck')}, ${counted(types, 'note type')}, ${counted(reviews, 'review')}, ${counted(media, 'media file')}`,
      'This is what would come. Nothing was changed.',
      problems.length === 0 ? 'No problems.' : `Problems: ${problems.length}`,
      ...problems.map((problem) => `  ${problem}`),
    ].join('\n'),
  );
  return 0;
}
