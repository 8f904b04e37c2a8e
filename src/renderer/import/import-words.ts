import type { ImportChoices, ImportLook, ImportReport } from '../../engine/import/import-look.ts';
import { named } from '../../kernel/named.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';

/** What a file is, at the beginning of a sentence. */
export const KIND_IN_WORDS: Readonly<Record<ImportLook['kind'], string>> = {
  anki: t`From Anki`,
  mnemosyne: t`From Mnemosyne`,
  text: t`A table`,
  'deck-file': t`A deck file`,
  rounds: t`A collection of Rounds`,
};

/** '3,214 notes with 3,900 cards in 12 decks, 41,000 answers, 210 pictures and sounds'. */
export function contentInWords({ counts, decks }: Pick<ImportLook, 'counts' | 'decks'>): string {
  const { notes, cards, reviews, media, types } = counts;
  const [first] = decks;
  const where = decks.length > 1 ? t` in ${plural(counts.decks, '# deck')}` : '';
  const deck = decks.length === 1 && first ? t` in the deck “${named(first.name)}”` : where;
  const words = [t`${plural(notes, '# note')} with ${plural(cards, '# card')}${deck}`];
  if (types > 1) words.push(plural(types, '# note type'));
  if (reviews > 0) words.push(plural(reviews, '# answer'));
  if (media > 0) words.push(plural(media, '# picture or sound', '# pictures and sounds'));
  return words.join(', ');
}

/** A line of what will happen: how many, and what becomes of them. */
export interface OutcomeLine {
  readonly number: number;
  readonly what: string;
}

/** What would become of the file's notes, as it was last looked at; lines without any left out. */
export function outcomeLines(look: ImportLook, choices: ImportChoices): readonly OutcomeLine[] {
  const { added, updated, unchanged, inConflict, deleted } = look.notes;
  const { existing, bringBackDeleted } = choices;
  const lines = [
    line(added, t`note is new`, t`notes are new`),
    existing === 'replace'
      ? line(updated, t`here takes the file’s text`, t`here take the file’s text`)
      : line(updated, t`here is brought up to date`, t`here are brought up to date`),
    line(
      inConflict,
      t`was changed here and in the file: decide below`,
      t`were changed here and in the file: decide below`,
    ),
    existing === 'keep'
      ? line(unchanged, t`stays as it is`, t`stay as they are`)
      : line(unchanged, t`is the same`, t`are the same`),
    bringBackDeleted
      ? line(deleted, t`was deleted here, and comes back`, t`were deleted here, and come back`)
      : line(deleted, t`was deleted here, and stays so`, t`were deleted here, and stay so`),
    line(
      look.cardsAnsweredSince,
      t`card gets answers that were given elsewhere`,
      t`cards get answers that were given elsewhere`,
    ),
  ];
  return lines.filter(({ number }) => number > 0);
}

function line(number: number, one: string, many: string): OutcomeLine {
  return { number, what: number === 1 ? one : many };
}

/** What the button says that imports. */
export function importInWords(look: ImportLook, choices: ImportChoices): string {
  const { added, updated, deleted } = look.notes;
  const back = choices.bringBackDeleted ? deleted : 0;
  const comes = added + updated + back + takenInConflict(look, choices);
  if (comes > 0) return t`Import ${plural(comes, '# note')}`;
  if (look.cardsAnsweredSince > 0) {
    return t`Import the answers of ${plural(look.cardsAnsweredSince, '# card')}`;
  }
  return t`Import`;
}

/** Of the notes that both changed, those that take the file's text. */
function takenInConflict(look: ImportLook, { conflicts, perNote }: ImportChoices): number {
  const otherwise = Object.values(perNote).filter((whose) => whose !== conflicts).length;
  return conflicts === 'theirs' ? look.notes.inConflict - otherwise : otherwise;
}

/** Nothing of the file would change anything here. */
export function isAllHere(look: ImportLook): boolean {
  const { added, updated, inConflict, deleted, unchanged } = look.notes;
  return added + updated + inConflict + deleted + look.cardsAnsweredSince === 0 && unchanged > 0;
}

/** What an import did, a sentence each. */
export function reportInWords(report: ImportReport): readonly string[] {
  const { added, updated, unchanged, keptMine, cards, reviews, media } = report;
  const came: string[] = [];
  if (cards > 0) came.push(plural(cards, '# card'));
  if (reviews > 0) came.push(plural(reviews, '# answer'));
  if (media > 0) came.push(plural(media, '# picture or sound', '# pictures and sounds'));
  const sentences = [
    added > 0
      ? t`${plural(added, '# note')} came${came.length > 0 ? t`, with ${joinedWords(came)}` : ''}.`
      : '',
    added === 0 && came.length > 0 ? t`${capital(joinedWords(came))} came.` : '',
    updated > 0
      ? plural(
          updated,
          '# note here was brought up to date.',
          '# notes here were brought up to date.',
        )
      : '',
    keptMine > 0
      ? plural(
          keptMine,
          '# note changed on both sides keeps what you wrote.',
          '# notes changed on both sides keep what you wrote.',
        )
      : '',
    unchanged > 0
      ? plural(
          unchanged,
          '# note was here already and stayed as it was.',
          '# notes were here already and stayed as they were.',
        )
      : '',
  ].filter((sentence) => sentence !== '');
  return sentences.length > 0 ? sentences : [t`Nothing in the file was new.`];
}

/** The whole report as a text file. `at`: when it was made, in words. */
export function reportAsText(report: ImportReport, at: string): string {
  const lines = [t`Import of ${report.fileName}`, at, '', ...reportInWords(report)];
  if (report.problems.length > 0) {
    lines.push('', t`What came otherwise than it was in the file:`);
    lines.push(...report.problems.map((problem) => `- ${problem}`));
  }
  if (report.leftOut.length > 0) {
    lines.push('', t`Left out (${thousands(report.leftOut.length)}):`);
    lines.push(...report.leftOut.map(({ what, why }) => `- ${what}: ${why}`));
  }
  return `${lines.join('\n')}\n`;
}

/** 'a', 'a and b', 'a, b and c'. */
export function joinedWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join()
    : t`${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
