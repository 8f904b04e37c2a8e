import type { ImportReport } from '../../../engine/import/import-look.ts';
import type { ListedImport } from '../../../engine/import/take-back/list-imports.ts';
import type { TakeBackLook } from '../../../engine/import/take-back/take-back.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { joinedWords } from '../import-words.ts';

/** After what it brought. */
export const STANDING_IN_WORDS: Readonly<Record<ListedImport['standing'], string>> = {
  here: '',
  undone: t` It was undone.`,
  'taken-back': t` It was taken back.`,
};

/** '3,214 notes new, 12 brought up to date, 3,900 cards, 41,000 answers, 210 pictures and sounds'. */
export function cameInWords({ added, updated, cards, reviews, media }: ImportReport): string {
  const words = [
    added > 0 ? t`${plural(added, '# note')} new` : '',
    updated > 0 ? t`${plural(updated, '# note')} brought up to date` : '',
    cards > 0 ? plural(cards, '# card') : '',
    reviews > 0 ? plural(reviews, '# answer') : '',
    media > 0 ? plural(media, '# picture or sound', '# pictures and sounds') : '',
  ].filter((word) => word !== '');
  return words.length > 0 ? words.join(', ') : t`nothing new`;
}

/** What goes, what is as before, and what stays, a sentence each; none: nothing is left of it. */
export function takeBackInWords(look: TakeBackLook): readonly string[] {
  const { notes, cards, pastAnswers, decks, media } = look;
  const { restored, changedSince, cardsBack, cardsAnsweredSince } = look;
  const going = [
    notes > 0 ? t`${plural(notes, '# note')} with ${plural(cards, '# card')}` : '',
    pastAnswers > 0 ? t`${plural(pastAnswers, '# answer')} given elsewhere` : '',
    decks > 0 ? plural(decks, '# deck') : '',
    media > 0 ? plural(media, '# picture or sound', '# pictures and sounds') : '',
  ].filter((word) => word !== '');
  return [
    going.length > 0 ? t`${joinedWords(going)} that it brought ${goes(look)}.` : '',
    restored > 0
      ? plural(
          restored,
          '# note that was here before says again what it said.',
          '# notes that were here before say again what they said.',
        )
      : '',
    changedSince > 0
      ? t`In ${plural(changedSince, '# note')} something was changed since, and stays so.`
      : '',
    cardsBack > 0
      ? plural(
          cardsBack,
          '# card stands again where it stood.',
          '# cards stand again where they stood.',
        )
      : '',
    cardsAnsweredSince > 0
      ? plural(
          cardsAnsweredSince,
          '# card was answered since, and stays with all answers.',
          '# cards were answered since, and stay with all answers.',
        )
      : '',
  ].filter((sentence) => sentence !== '');
}

function goes({ notes, cards, pastAnswers, decks, media }: TakeBackLook): string {
  const things = notes > 0 ? notes + cards : 0;
  return plural(things + pastAnswers + decks + media, 'goes', 'go');
}

/** 'You have worked on 12 of its notes since (9 answered, 4 edited)'. */
export function workedOnInWords({ notes, edited, answered }: TakeBackLook['workedOn']): string {
  const how = [
    answered > 0 ? t`${thousands(answered)} answered` : '',
    edited > 0 ? t`${thousands(edited)} edited` : '',
  ].filter((word) => word !== '');
  return t`You have worked on ${plural(notes, '# of its notes', '# of its notes')} since (${how.join(', ')})`;
}
