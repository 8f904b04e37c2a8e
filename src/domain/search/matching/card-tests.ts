import { historyIdOf, isActive } from '../../collection/card.ts';
import { slotOf } from '../../../kernel/ids.ts';
import { isAtOrBelow } from '../../text/same-name.ts';
import type { Comparison, Condition, Glob, IdOwner, PropertyName, StateName } from '../query.ts';
import type { PastAnswer, SearchCard, SearchContext, SearchDeck, SearchNote } from '../subject.ts';
import { comesUpOn, dueDayOf, isDue } from './due.ts';
import { atOrBelow, type NoteCondition, nameTest, remembered } from './note-tests.ts';
import { templateNameOf } from './template-name.ts';

/** `card` undefined: a note that has no card. */
export type CardTest = (note: SearchNote, card: SearchCard | undefined) => boolean;

export type CardCondition = Exclude<Condition, NoteCondition>;
type OfCard = (card: SearchCard, note: SearchNote) => boolean;

export function cardTest(condition: CardCondition, context: SearchContext): CardTest {
  switch (condition.kind) {
    case 'deck':
      return ofDeck(deckTest(condition.glob));
    case 'current-deck':
      return ofDeck(currentDeckTest(context));
    case 'preset': {
      const test = remembered(nameTest(condition.glob));
      return ofDeck((deck) => test(deck.presetName));
    }
    case 'template': {
      const test = remembered(nameTest(condition.glob));
      return ofCard(({ card }, { type }) => test(templateNameOf(type, slotOf(card.id))));
    }
    case 'card':
      return ofCard(({ card }) => slotOf(card.id) === condition.slot);
    case 'is':
      return stateTest(condition.state, context);
    case 'flag':
      return ofCard(({ card }) => card.flag === condition.flag);
    case 'property':
      return propertyTest(condition, context);
    case 'rated': {
      const { days, grade } = condition;
      return answeredTest(
        context,
        (answer) =>
          answer.studyDay > context.today - days && (grade === undefined || answer.grade === grade),
      );
    }
    case 'introduced': {
      const { days } = condition;
      return answeredTest(
        context,
        (answer) => answer.isFirst && answer.studyDay > context.today - days,
      );
    }
    case 'due-within':
      return comesUpTest(context, (day) => day <= context.today + condition.days);
    case 'due-tomorrow':
      return comesUpTest(context, (day) => day === context.today + 1);
    case 'ids':
      return idTest(condition.of, new Set(condition.ids));
  }
}

function ofCard(test: OfCard): CardTest {
  return (note, card) => card !== undefined && test(card, note);
}

function ofDeck(test: (deck: SearchDeck) => boolean): CardTest {
  return (note, card) => test((card ?? note).deck);
}

function deckTest(glob: Glob): (deck: SearchDeck) => boolean {
  const test = remembered(atOrBelow(nameTest(glob)));
  return ({ name }) => test(name);
}

function currentDeckTest({ currentDeck }: SearchContext): (deck: SearchDeck) => boolean {
  if (currentDeck === undefined) return () => false;
  return ({ name }) => isAtOrBelow(name, currentDeck);
}

function stateTest(state: StateName, context: SearchContext): CardTest {
  switch (state) {
    case 'new':
      return ofCard(({ card }) => card.schedule.state === 'new');
    case 'learn':
      return ofCard(({ card: { schedule } }) =>
        ['learning', 'relearning'].includes(schedule.state),
      );
    case 'review':
      return ofCard(({ card: { schedule } }) => ['review', 'relearning'].includes(schedule.state));
    case 'due':
      return ofCard(({ card }) => isDue(card, context));
    case 'suspended':
      return ofCard(({ card }) => card.suspended);
    case 'buried':
    case 'buried-manually':
    case 'buried-sibling':
      return ofCard(({ card }) => card.buriedUntil > context.today);
    case 'leech':
    case 'marked':
      return ({ note }) => note.tags.includes(state);
    case 'absent':
      return ofCard(({ card }) => card.absent);
  }
}

function propertyTest(
  { name, comparison, value, grade }: Extract<Condition, { kind: 'property' }>,
  context: SearchContext,
): CardTest {
  const fits = comparing(comparison, value);
  if (name === 'rated') {
    return answeredTest(
      context,
      (answer) =>
        fits(answer.studyDay - context.today) && (grade === undefined || answer.grade === grade),
    );
  }
  return ofCard((card) => {
    const number = numberOf(name, card, context);
    return number !== undefined && fits(number);
  });
}

/**
 * What a memory has: a card without it is found neither by what asks for the number nor by its
 * denial, as in Anki.
 */
const OF_MEMORY = ['s', 'd', 'r'] as const;

/** The denial of a condition. */
export function deniedTest(condition: CardCondition, context: SearchContext): CardTest {
  const test = cardTest(condition, context);
  const name = condition.kind === 'property' && OF_MEMORY.find((each) => each === condition.name);
  if (!name) return (note, card) => !test(note, card);
  return ofCard((card, note) => numberOf(name, card, context) !== undefined && !test(note, card));
}

function numberOf(
  name: Exclude<PropertyName, 'rated'>,
  subject: SearchCard,
  context: SearchContext,
): number | undefined {
  const { card } = subject;
  const { schedule } = card;
  const memory = schedule.state === 'new' ? undefined : schedule.memory;
  switch (name) {
    case 'ivl':
      return schedule.state === 'review' ? schedule.intervalDays : 0;
    case 'due': {
      // Suspended and buried cards are not due, as in Anki.
      const isOut = !isActive(card) || card.buriedUntil > context.today;
      const day = isOut ? undefined : dueDayOf(card, context);
      return day === undefined ? undefined : day - context.today;
    }
    case 'reps':
      return schedule.reps;
    case 'lapses':
      return schedule.lapses;
    case 'pos':
      return schedule.state === 'new' ? card.position : undefined;
    case 's':
      return memory?.stability;
    case 'd':
      return memory && (memory.difficulty - 1) / 9;
    case 'r':
      return context.retrievability(subject);
  }
}

function comparing(comparison: Comparison, value: number): (number: number) => boolean {
  switch (comparison) {
    case '=':
      return (number) => number === value;
    case '!=':
      return (number) => number !== value;
    case '<':
      return (number) => number < value;
    case '<=':
      return (number) => number <= value;
    case '>':
      return (number) => number > value;
    case '>=':
      return (number) => number >= value;
  }
}

function answeredTest(context: SearchContext, fits: (answer: PastAnswer) => boolean): CardTest {
  return ofCard(({ card }) => {
    for (const answer of context.answers(historyIdOf(card))) if (fits(answer)) return true;
    return false;
  });
}

function comesUpTest(context: SearchContext, fits: (day: number) => boolean): CardTest {
  return ofCard(({ card }) => {
    const day = comesUpOn(card, context);
    return day !== undefined && fits(day);
  });
}

function idTest(of: IdOwner, ids: ReadonlySet<string>): CardTest {
  switch (of) {
    case 'note':
      return ({ note }) => ids.has(note.id);
    case 'type':
      return ({ note }) => ids.has(note.noteTypeId);
    case 'deck':
      return ofDeck((deck) => ids.has(deck.id));
    case 'card':
      return ofCard(({ card }) => ids.has(card.id));
  }
}
