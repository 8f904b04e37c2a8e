import type { ImportReport } from '../../../engine/import/import-look.ts';
import type { ListedImport } from '../../../engine/import/take-back/list-imports.ts';
import type { TakeBackLook } from '../../../engine/import/take-back/take-back.ts';
import { count } from '../../kit/text/format.ts';
import { thousands } from '../../kit/text/number-words.ts';
import { joinedWords } from '../import-words.ts';

/** After what it brought. */
export const STANDING_IN_WORDS: Readonly<Record<ListedImport['standing'], string>> = {
  here: '',
  undone: ' It was undone.',
  'taken-back': ' It was taken back.',
};

/** '3,214 notes new, 12 brought up to date, 3,900 cards, 41,000 answers, 210 pictures and sounds'. */
export function cameInWords({ added, updated, cards, reviews, media }: ImportReport): string {
  const words = [
    added > 0 ? `${count(added, 'note')} new` : '',
    updated > 0 ? `${count(updated, 'note')} brought up to date` : '',
    cards > 0 ? count(cards, 'card') : '',
    reviews > 0 ? count(reviews, 'answer') : '',
    media > 0 ? count(media, 'picture or sound', 'pictures and sounds') : '',
  ].filter((word) => word !== '');
  return words.length > 0 ? words.join(', ') : 'nothing new';
}

/** What goes, what is as before, and what stays, a sentence each; none: nothing is left of it. */
export function takeBackInWords(look: TakeBackLook): readonly string[] {
  const { notes, cards, pastAnswers, decks, media } = look;
  const { restored, changedSince, cardsBack, cardsAnsweredSince } = look;
  const going = [
    notes > 0 ? `${count(notes, 'note')} with ${count(cards, 'card')}` : '',
    pastAnswers > 0 ? `${count(pastAnswers, 'answer')} given elsewhere` : '',
    decks > 0 ? count(decks, 'deck') : '',
    media > 0 ? count(media, 'picture or sound', 'pictures and sounds') : '',
  ].filter((word) => word !== '');
  return [
    going.length > 0 ? `${joinedWords(going)} that it brought ${goes(look)}.` : '',
    restored > 0
      ? `${count(restored, 'note')} that ${restored === 1 ? 'was' : 'were'} here before ${restored === 1 ? 'says' : 'say'} again what ${restored === 1 ? 'it' : 'they'} said.`
      : '',
    changedSince > 0
      ? `In ${count(changedSince, 'note')} something was changed since, and stays so.`
      : '',
    cardsBack > 0
      ? `${count(cardsBack, 'card')} ${cardsBack === 1 ? 'stands' : 'stand'} again where ${cardsBack === 1 ? 'it' : 'they'} stood.`
      : '',
    cardsAnsweredSince > 0
      ? `${count(cardsAnsweredSince, 'card')} ${cardsAnsweredSince === 1 ? 'was' : 'were'} answered since, and ${cardsAnsweredSince === 1 ? 'stays' : 'stay'} with all answers.`
      : '',
  ].filter((sentence) => sentence !== '');
}

function goes({ notes, cards, pastAnswers, decks, media }: TakeBackLook): string {
  const things = notes > 0 ? notes + cards : 0;
  return things + pastAnswers + decks + media === 1 ? 'goes' : 'go';
}

/** 'You have worked on 12 of its notes since (9 answered, 4 edited)'. */
export function workedOnInWords({ notes, edited, answered }: TakeBackLook['workedOn']): string {
  const how = [
    answered > 0 ? `${thousands(answered)} answered` : '',
    edited > 0 ? `${thousands(edited)} edited` : '',
  ].filter((word) => word !== '');
  return `You have worked on ${count(notes, 'of its notes', 'of its notes')} since (${how.join(', ')})`;
}
