import type { Accepted, CollectionCheck } from '../../engine/commands/settings/check-collection.ts';
import { count } from '../kit/text/format.ts';
import { thousands } from '../kit/text/number-words.ts';

/** What a check of the collection found, in sentences. The check itself changed nothing. */
export function checkInWords(check: CollectionCheck): string[] {
  const { operations, damaged, refused, deferred, gaps, wasSound, offered } = check;
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const checked = `${count(operations, 'operation')} checked`;
  const faults = [
    ...(damaged.length > 0 ? [`${thousands(damaged.length)} of them cannot be read any more`] : []),
    ...(missing > 0
      ? [`${count(missing, 'step')} ${missing === 1 ? 'is' : 'are'} missing from the log`]
      : []),
  ];
  const isSeen = offered.length > 0 || strangeOf(check).length > 0;
  const sentences = [
    wasSound || (faults.length === 0 && !isSeen)
      ? `${checked}: every card is as it should be.`
      : `${checked}${faults.length > 0 ? `: ${faults.join(', and ')}` : ''}. Nothing was changed.`,
  ];
  if (check.journalUnread !== undefined) {
    sentences.push(`The journal was not compared. ${check.journalUnread}`);
  }
  const answers = check.differing.filter(
    ({ table, is }) => table === 'reviews' && is === 'unexplained',
  ).length;
  if (answers > 0) {
    sentences.push(
      `${count(answers, 'answer')} stand${answers === 1 ? 's' : ''} in the history without a step that explains ${answers === 1 ? 'it. It is kept and counts' : 'them. They are kept and count'}.`,
    );
  }
  const { writtenAgain } = check;
  if (writtenAgain > 0) {
    sentences.push(
      `${count(writtenAgain, 'step')} could not be read in the journal, or ${writtenAgain === 1 ? 'was' : 'were'} not there; the database has ${writtenAgain === 1 ? 'it, and it stands' : 'them, and they stand'} in the journal again.`,
    );
  }
  const { unwritten = [], different = [], unread = [] } = check.journal ?? {};
  if (unwritten.length > 0) {
    sentences.push(
      `${count(unwritten.length, 'step')} of the log ${unwritten.length === 1 ? 'is' : 'are'} not in the journal; the database has ${unwritten.length === 1 ? 'it' : 'them'}.`,
    );
  }
  if (different.length + unread.length > 0) {
    sentences.push(
      `${count(different.length + unread.length, 'line')} of the journal cannot be read or ${different.length + unread.length === 1 ? 'differs' : 'differ'} from the log. The files are kept as they are.`,
    );
  }
  const without = refused.length - damaged.length;
  if (without > 0) {
    sentences.push(
      `${count(without, 'step')} had no effect, because what ${without === 1 ? 'it was' : 'they were'} about was gone by then. ${without === 1 ? 'It is' : 'They are'} kept.`,
    );
  }
  if (deferred.length > 0) {
    sentences.push(
      `${count(deferred.length, 'step')} of a newer version of Rounds ${deferred.length === 1 ? 'is' : 'are'} put aside and kept; that version will apply ${deferred.length === 1 ? 'it' : 'them'}.`,
    );
  }
  return sentences;
}

/** One thing that a person can let be mended: what was found, and what is done about it. */
export interface Offer {
  readonly accepted: Accepted;
  readonly found: string;
  readonly does: string;
}

/** What can be mended, in the order in which it is done. */
export function offersOf(check: CollectionCheck): Offer[] {
  const { differing, counts, misplaced, offered, isShort, journal } = check;
  const rows = (what: string) => tables(differing.filter(({ is }) => is === what));
  const words: Record<Accepted, Omit<Offer, 'accepted'>> = {
    steps: {
      found: `${count(journal?.missing.length ?? 0, 'step')} that the journal has and the log lacks`,
      does: 'Put back into the log, and the cards worked out with them.',
    },
    keep: {
      found: `${rows('unexplained')} that no step brings`,
      does: 'Kept, and written into the log, so that they stay whatever is worked out later.',
    },
    'put-back': {
      found: `${rows('lacking')} that steps bring and that are not there`,
      does: 'Put back from the steps.',
    },
    agree: {
      found: `${rows('other')} that say something else than the steps`,
      does: isShort
        ? 'Kept as they are where they are sound, because steps are missing; the log takes them over.'
        : 'Put as the steps say.',
    },
    count: {
      found:
        counts.tallies + counts.days + misplaced.length > 0
          ? `${count(counts.tallies + counts.days + misplaced.length, 'kept count')} and places in the queue that do not follow from the cards and answers`
          : 'A kept number that does not follow from the cards and steps',
      does: 'Counted anew.',
    },
  };
  return offered.map((accepted) => ({ accepted, ...words[accepted] }));
}

interface Strange {
  readonly id: string;
  readonly why: string;
}

/** Rows that cannot be, by their names. */
export function strangeOf(check: CollectionCheck): readonly Strange[] {
  const { impossible, dangling, doubled, unreadable } = check;
  const unread = unreadable.map(({ table, key, why }) => ({
    table,
    key: key ?? 'from here on',
    why: `cannot be read (${why})`,
  }));
  return [...impossible, ...dangling, ...doubled, ...unread].map(({ table, key, why }) => ({
    id: `${NAMES[table]?.[0] ?? table} ${key.replaceAll('\n', ' ')}`,
    why,
  }));
}

/** All of it as a text that can be kept and sent. */
export function reportOf(check: CollectionCheck): string {
  const lines = [
    'Check of the collection in Rounds',
    ...checkInWords(check),
    `State of the cards ${check.hashBefore}, of the steps ${check.hashAfter}`,
  ];
  const part = (title: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push('', title, ...rows);
  };
  const said = ({ id, why }: Strange) => `${id}: ${why}`;
  part(
    'Rows other than the steps say',
    check.differing.map(({ table, key, is, text }) => `${table} ${key}: ${is} ${text}`.trimEnd()),
  );
  part('Rows that cannot be', strangeOf(check).map(said));
  part(
    'Steps missing from the log',
    check.gaps.map(({ deviceId, from, to }) => `${deviceId} ${from} to ${to}`),
  );
  part('Steps that the journal has and the log lacks', check.journal?.missing ?? []);
  part('Steps that the journal lacks', check.journal?.unwritten ?? []);
  part('Steps that differ in the journal', check.journal?.different ?? []);
  part(
    'Lines of the journal that cannot be read',
    (check.journal?.unread ?? []).map(({ name, why }) => `${name}: ${why}`),
  );
  part('Steps without effect', check.refused.map(said));
  part('Steps put aside', check.deferred.map(said));
  return `${lines.join('\n')}\n`;
}

/** A table's rows as a person calls them: one, several. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  notes: ['note', 'notes'],
  cards: ['card', 'cards'],
  decks: ['deck', 'decks'],
  reviews: ['answer', 'answers'],
  undone: ['undone step', 'undone steps'],
  presets: ['set of study options', 'sets of study options'],
  settings: ['setting', 'settings'],
  noteTypes: ['note type', 'note types'],
  media: ['file', 'files'],
  searches: ['saved search', 'saved searches'],
  graves: ['mark of what was deleted', 'marks of what was deleted'],
  overlays: ['exam or break', 'exams and breaks'],
  cramAnswers: ['crammed answer', 'crammed answers'],
  pastLogs: ['imported history', 'imported histories'],
  operations: ['step', 'steps'],
  device: ['numbering of this', 'numberings of this'],
};

/** '26 notes, 26 cards'. */
function tables(rows: readonly { readonly table: string }[]): string {
  const counts = new Map<string, number>();
  for (const { table } of rows) counts.set(table, (counts.get(table) ?? 0) + 1);
  return [...counts]
    .map(([table, number]) => count(number, ...(NAMES[table] ?? [table, table])))
    .join(', ');
}
