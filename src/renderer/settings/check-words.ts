import type { Accepted, CollectionCheck } from '../../engine/commands/settings/check-collection.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';

/** What a check of the collection found, in sentences. The check itself changed nothing. */
export function checkInWords(check: CollectionCheck): string[] {
  const { operations, damaged, refused, deferred, gaps, wasSound, offered } = check;
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const checked = t`${plural(operations, '# operation')} checked`;
  const faults = [
    ...(damaged.length > 0
      ? [t`${thousands(damaged.length)} of them cannot be read any more`]
      : []),
    ...(missing > 0
      ? [plural(missing, '# step is missing from the log', '# steps are missing from the log')]
      : []),
  ];
  const isSeen = offered.length > 0 || strangeOf(check).length > 0;
  const sentences = [
    wasSound || (faults.length === 0 && !isSeen)
      ? t`${checked}: every card is as it should be.`
      : t`${checked}${faults.length > 0 ? `: ${faults.join(t`, and `)}` : ''}. Nothing was changed.`,
  ];
  if (check.journalUnread !== undefined) {
    sentences.push(t`The journal was not compared. ${check.journalUnread}`);
  }
  const answers = check.differing.filter(
    ({ table, is }) => table === 'reviews' && is === 'unexplained',
  ).length;
  if (answers > 0) {
    sentences.push(
      plural(
        answers,
        '# answer stands in the history without a step that explains it. It is kept and counts.',
        '# answers stand in the history without a step that explains them. They are kept and count.',
      ),
    );
  }
  const { writtenAgain } = check;
  if (writtenAgain > 0) {
    sentences.push(
      plural(
        writtenAgain,
        '# step could not be read in the journal, or was not there; the database has it, and it stands in the journal again.',
        '# steps could not be read in the journal, or were not there; the database has them, and they stand in the journal again.',
      ),
    );
  }
  const { unwritten = [], different = [], unread = [] } = check.journal ?? {};
  if (unwritten.length > 0) {
    sentences.push(
      plural(
        unwritten.length,
        '# step of the log is not in the journal; the database has it.',
        '# steps of the log are not in the journal; the database has them.',
      ),
    );
  }
  if (different.length + unread.length > 0) {
    sentences.push(
      plural(
        different.length + unread.length,
        '# line of the journal cannot be read or differs from the log. The files are kept as they are.',
        '# lines of the journal cannot be read or differ from the log. The files are kept as they are.',
      ),
    );
  }
  const without = refused.length - damaged.length;
  if (without > 0) {
    sentences.push(
      plural(
        without,
        '# step had no effect, because what it was about was gone by then. It is kept.',
        '# steps had no effect, because what they were about was gone by then. They are kept.',
      ),
    );
  }
  if (deferred.length > 0) {
    sentences.push(
      plural(
        deferred.length,
        '# step of a newer version of Rounds is put aside and kept; that version will apply it.',
        '# steps of a newer version of Rounds are put aside and kept; that version will apply them.',
      ),
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
      found: t`${plural(journal?.missing.length ?? 0, '# step')} that the journal has and the log lacks`,
      does: t`Put back into the log, and the cards worked out with them.`,
    },
    keep: {
      found: t`${rows(t`unexplained`)} that no step brings`,
      does: t`Kept, and written into the log, so that they stay whatever is worked out later.`,
    },
    'put-back': {
      found: t`${rows(t`lacking`)} that steps bring and that are not there`,
      does: t`Put back from the steps.`,
    },
    agree: {
      found: t`${rows(t`other`)} that say something else than the steps`,
      does: isShort
        ? t`Kept as they are where they are sound, because steps are missing; the log takes them over.`
        : t`Put as the steps say.`,
    },
    count: {
      found:
        counts.tallies + counts.days + misplaced.length > 0
          ? t`${plural(counts.tallies + counts.days + misplaced.length, '# kept count')} and places in the queue that do not follow from the cards and answers`
          : t`A kept number that does not follow from the cards and steps`,
      does: t`Counted anew.`,
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
    why: t`cannot be read (${why})`,
  }));
  return [...impossible, ...dangling, ...doubled, ...unread].map(({ table, key, why }) => ({
    id: `${NAMES[table]?.[0] ?? table} ${key.replaceAll('\n', ' ')}`,
    why,
  }));
}

/** All of it as a text that can be kept and sent. */
export function reportOf(check: CollectionCheck): string {
  const lines = [
    t`Check of the collection in Rounds`,
    ...checkInWords(check),
    t`State of the cards ${check.hashBefore}, of the steps ${check.hashAfter}`,
  ];
  const part = (title: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push('', title, ...rows);
  };
  const said = ({ id, why }: Strange) => `${id}: ${why}`;
  part(
    t`Rows other than the steps say`,
    check.differing.map(({ table, key, is, text }) => `${table} ${key}: ${is} ${text}`.trimEnd()),
  );
  part(t`Rows that cannot be`, strangeOf(check).map(said));
  part(
    t`Steps missing from the log`,
    check.gaps.map(({ deviceId, from, to }) => t`${deviceId} ${from} to ${to}`),
  );
  part(t`Steps that the journal has and the log lacks`, check.journal?.missing ?? []);
  part(t`Steps that the journal lacks`, check.journal?.unwritten ?? []);
  part(t`Steps that differ in the journal`, check.journal?.different ?? []);
  part(
    t`Lines of the journal that cannot be read`,
    (check.journal?.unread ?? []).map(({ name, why }) => `${name}: ${why}`),
  );
  part(t`Steps without effect`, check.refused.map(said));
  part(t`Steps put aside`, check.deferred.map(said));
  return `${lines.join('\n')}\n`;
}

/** A table's rows as a person calls them: one, and so many. */
const NAMES: Readonly<Record<string, readonly [string, (number: number) => string]>> = {
  notes: [t`note`, (n) => plural(n, '# note')],
  cards: [t`card`, (n) => plural(n, '# card')],
  decks: [t`deck`, (n) => plural(n, '# deck')],
  reviews: [t`answer`, (n) => plural(n, '# answer')],
  undone: [t`undone step`, (n) => plural(n, '# undone step')],
  presets: [
    t`set of study options`,
    (n) => plural(n, '# set of study options', '# sets of study options'),
  ],
  settings: [t`setting`, (n) => plural(n, '# setting')],
  noteTypes: [t`note type`, (n) => plural(n, '# note type')],
  media: [t`file`, (n) => plural(n, '# file')],
  searches: [t`saved search`, (n) => plural(n, '# saved search', '# saved searches')],
  graves: [
    t`mark of what was deleted`,
    (n) => plural(n, '# mark of what was deleted', '# marks of what was deleted'),
  ],
  overlays: [t`exam or break`, (n) => plural(n, '# exam or break', '# exams and breaks')],
  cramAnswers: [t`crammed answer`, (n) => plural(n, '# crammed answer')],
  pastLogs: [t`imported history`, (n) => plural(n, '# imported history', '# imported histories')],
  operations: [t`step`, (n) => plural(n, '# step')],
  device: [t`numbering of this`, (n) => plural(n, '# numbering of this', '# numberings of this')],
};

/** '26 notes, 26 cards'. */
function tables(rows: readonly { readonly table: string }[]): string {
  const counts = new Map<string, number>();
  for (const { table } of rows) counts.set(table, (counts.get(table) ?? 0) + 1);
  return [...counts]
    .map(([table, number]) => NAMES[table]?.[1](number) ?? `${number} ${table}`)
    .join(', ');
}
