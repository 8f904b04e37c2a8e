import { t } from '../../kernel/texts.ts';
import { type ClozeProblem, clozeNumbers, clozeProblems } from '../content/cloze.ts';
import type { NoteContent, NoteDraft } from '../content/note.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { pathFrom } from '../../kernel/path.ts';
import { readNames } from './name-list.ts';
import { type Passage, textOf } from './passage.ts';
import { type DeckProblem, errorAt, type FilePlace, warningAt } from './deck-problem.ts';

/** A block of the file under one `### id`, as written. */
export interface FactBlock extends FilePlace {
  readonly factId: string;
  readonly section: string;
  readonly sides: { readonly kind: 'text' | 'question' | 'answer'; readonly passage: Passage }[];
  readonly fields: { readonly key: string; readonly passage: Passage }[];
}

const KEYS = ['source', 'at', 'also', 'tags', 'extra', 'reversed', 'back', 'answer', 'media'];
const KNOWN = t`also (or tags), answer, at, back, extra, reversed, source`;

/** The note that a block describes (undefined where an error keeps it out) and its problems. */
export function readFact(
  block: FactBlock,
  noteId: NoteId,
  deckSource: string,
  markup?: NoteDraft['markup'],
): { draft?: NoteDraft; problems: DeckProblem[] } {
  const problems: DeckProblem[] = [];
  const fields = readFields(block, noteId, problems);
  const read = readContent(block, noteId, isReversed(fields, noteId, problems), problems);
  if (read === undefined) return { problems };
  const content = withWayBack(read, fields, noteId, problems);
  const also = readNames(fields.get('also')?.text ?? '').map(pathFrom);
  const sections = [...new Set([block.section, ...also])].filter((section) => section !== '');
  const source = fields.get('source')?.text ?? deckSource;
  const at = fields.get('at')?.text ?? '';
  return {
    problems,
    draft: {
      id: noteId,
      content,
      extra: fields.get('extra')?.text ?? '',
      sections,
      source: [source, at].filter((part) => part !== '').join(', '),
      ...(markup === undefined ? {} : { markup }),
    },
  };
}

type Fields = Map<string, { text: string; place: FilePlace }>;

function readFields(block: FactBlock, noteId: NoteId, problems: DeckProblem[]): Fields {
  const fields: Fields = new Map();
  for (const { key: written, passage } of block.fields) {
    const key = written === 'tags' ? 'also' : written;
    const warn = (message: string) => problems.push(warningAt(passage, message, noteId));
    if (!KEYS.includes(key)) {
      warn(`"${written}" is not a key of a fact. The line was left out; known are ${KNOWN}.`);
    } else if (key === 'media') {
      warn('Media are not shown yet. The fact was loaded without it; the line may stay.');
    } else if (fields.has(key)) {
      warn(`"${written}" is here twice. The first one was kept; put both into one line.`);
    } else {
      fields.set(key, { text: textOf(passage).text, place: passage });
    }
  }
  return fields;
}

function isReversed(fields: Fields, noteId: NoteId, problems: DeckProblem[]): boolean {
  const field = fields.get('reversed');
  const value = field?.text.toLowerCase() ?? 'no';
  if (field !== undefined && value !== 'yes' && value !== 'no') {
    const message = t`"reversed" takes yes or no. The fact was loaded one way; write yes or no.`;
    problems.push(warningAt(field.place, message, noteId));
  }
  return value === 'yes' || (field === undefined && fields.has('back'));
}

/** `back` and `answer`: the question of the way back and what answers it. */
function withWayBack(
  content: NoteContent,
  fields: Fields,
  noteId: NoteId,
  problems: DeckProblem[],
): NoteContent {
  const question = fields.get('back');
  const answer = fields.get('answer');
  const either = question ?? answer;
  if (!either) return content;
  if (content.type !== 'reversed') {
    problems.push(warningAt(either.place, ONE_WAY, noteId));
    return content;
  }
  return { ...content, wayBack: { question: question?.text ?? '', answer: answer?.text ?? '' } };
}

function readContent(
  block: FactBlock,
  noteId: NoteId,
  reversed: boolean,
  problems: DeckProblem[],
): NoteContent | undefined {
  const fail = (place: FilePlace, message: string): undefined => {
    problems.push(errorAt(place, message, noteId));
  };
  const of = (kind: string) => block.sides.filter((side) => side.kind === kind);
  const [text] = of('text');
  const [question, secondQuestion] = of('question');
  const [answer, secondAnswer] = of('answer');
  const mixed = text !== undefined && (question ?? answer) !== undefined;
  if (mixed) return fail(text.passage, MIXED);
  const second = secondQuestion ?? secondAnswer;
  if (second !== undefined) return fail(second.passage, SECOND);
  if (text !== undefined) {
    if (reversed) problems.push(warningAt(block, REVERSED_CLOZE, noteId));
    return readCloze(text.passage, fail);
  }
  if (question === undefined && answer === undefined) return fail(block, EMPTY);
  const front = question === undefined ? '' : textOf(question.passage).text;
  const back = answer === undefined ? '' : textOf(answer.passage).text;
  if (front === '') return fail(question?.passage ?? block, NO_QUESTION);
  if (answer === undefined) return fail(block, NO_ANSWER);
  if (back === '') problems.push(warningAt(answer.passage, EMPTY_ANSWER, noteId));
  if (clozeNumbers(front + back).length > 0) {
    problems.push(warningAt(block, CLOZE_IN_SIDES, noteId));
  }
  return { type: reversed ? 'reversed' : 'basic', front, back };
}

function readCloze(
  passage: Passage,
  fail: (place: FilePlace, message: string) => undefined,
): NoteContent | undefined {
  const { text, placeOf } = textOf(passage);
  const [problem] = clozeProblems(text);
  if (problem !== undefined) return fail(placeOf(problem.offset), CLOZE[problem.reason]);
  if (clozeNumbers(text).length === 0) return fail(passage, NO_DELETION);
  return { type: 'cloze', text };
}

const NOT_LOADED = t`The fact was not loaded;`;
const EMPTY = t`There is nothing under this heading. ${NOT_LOADED} write a sentence or Q: and A: under it.`;
const MIXED = t`The fact has both a sentence and Q: or A:. ${NOT_LOADED} keep one of the two, or make two facts.`;
const SECOND = t`The fact has a second question or answer. ${NOT_LOADED} give each its own ### heading.`;
const NO_QUESTION = t`The question is empty. ${NOT_LOADED} write it after Q:.`;
const NO_ANSWER = t`The answer is missing. ${NOT_LOADED} write A: and the answer after it.`;
const EMPTY_ANSWER = t`The answer is empty. The fact was loaded, and its card has nothing to check against; write it after A:.`;
const NO_DELETION = t`The sentence hides nothing, so it makes no card. ${NOT_LOADED} mark what to recall, as in {{c1::word}}.`;
const REVERSED_CLOZE = t`"reversed" works with Q: and A: only. The fact was loaded as a cloze; take the line out.`;
const ONE_WAY = t`"back" and "answer" ask the way back of Q: and A:. The fact was loaded without them; take the lines out, or write "- reversed: yes" under Q: and A:.`;
const CLOZE_IN_SIDES = t`Cloze marks between Q: and A: hide nothing. The fact was loaded with the marks shown; take them out or write a sentence without Q: and A:.`;
const CLOZE: Record<ClozeProblem['reason'], string> = {
  unclosed: t`A cloze opens here and is not closed. ${NOT_LOADED} write }} after the hidden words.`,
  empty: t`A cloze hides nothing here. ${NOT_LOADED} write the hidden words after the ::.`,
  number: t`A cloze number is outside 1 to 500. ${NOT_LOADED} number the cloze from 1.`,
  depth: t`A cloze lies more than ten deep. ${NOT_LOADED} move it out.`,
};
