import { clozePlainText } from '../../../src/domain/content/cloze.ts';
import type { NoteType } from '../../../src/domain/content/note-type.ts';
import type { Glob, Query, TextTest } from '../../../src/domain/search/query.ts';
import type { SearchCard, SearchContext, SearchNote } from '../../../src/domain/search/subject.ts';
import { textOfHtml } from '../../../src/domain/template/html-text.ts';

type Conditions = Exclude<Query, { kind: 'all' | 'and' | 'or' | 'not' }>;

const DAY = 86_400_000;

/** Whether a search finds a card: its rules taken one by one, and nothing remembered. */
export function isFoundNaively(
  query: Query,
  note: SearchNote,
  card: SearchCard | undefined,
  context: SearchContext,
): boolean {
  if (card?.card.absent && !JSON.stringify(query).includes('"absent"')) return false;
  return holds(query, note, card, context);
}

function holds(
  query: Query,
  note: SearchNote,
  card: SearchCard | undefined,
  context: SearchContext,
): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'and':
      return query.parts.filter((part) => !holds(part, note, card, context)).length === 0;
    case 'or':
      return query.parts.filter((part) => holds(part, note, card, context)).length > 0;
    case 'not':
      return isDenied(query.part, note, card, context);
    default:
      return condition(query, note, card, context);
  }
}

/** What denies a condition is false as well where the card has no such number. */
function isDenied(
  query: Query,
  note: SearchNote,
  card: SearchCard | undefined,
  context: SearchContext,
): boolean {
  const each = (part: Query) => isDenied(part, note, card, context);
  if (query.kind === 'not') return holds(query.part, note, card, context);
  if (query.kind === 'and') return query.parts.some(each);
  if (query.kind === 'or') return query.parts.every(each);
  if (query.kind === 'property' && ['s', 'd', 'r'].includes(query.name)) {
    if (!card || card.card.schedule.state === 'new') return false;
    if (query.name === 'r' && context.retrievability(card) === undefined) return false;
  }
  return !holds(query, note, card, context);
}

function condition(
  query: Conditions,
  subject: SearchNote,
  subjectCard: SearchCard | undefined,
  context: SearchContext,
): boolean {
  const { note, type } = subject;
  const card = subjectCard?.card;
  const schedule = card?.schedule;
  const deck = (subjectCard ?? subject).deck;
  const { today } = context;
  switch (query.kind) {
    case 'text':
      if (query.inCloze && type.kind === 'standard') return false;
      return searchable(type).some((field) => {
        const raw = note.fields[field.id] ?? '';
        if (query.test.how === 'pattern') return new RegExp(query.test.source, 'iu').test(raw);
        return [plain(raw, type), ...hints(raw, type)].some((text) => within(text, query.test));
      });
    case 'word': {
      const pattern = regexOf(query.glob, fold);
      const first =
        query.glob[0]?.kind === 'many' ? '' : '(?<![\\p{L}\\p{N}\\p{M}\\p{Pc}\\p{Alphabetic}])';
      const last =
        query.glob.at(-1)?.kind === 'many' ? '' : '(?![\\p{L}\\p{N}\\p{M}\\p{Pc}\\p{Alphabetic}])';
      return searchable(type).some((field) => {
        const raw = note.fields[field.id] ?? '';
        return [plain(raw, type), ...hints(raw, type)].some((text) =>
          new RegExp(first + pattern + last, 'su').test(fold(text)),
        );
      });
    }
    case 'field':
      return type.fields.some((field) => {
        if (!isWhole(fold(field.name), query.field, fold)) return false;
        const raw = note.fields[field.id] ?? '';
        const { test } = query;
        if (test.how === 'pattern') return new RegExp(test.source, 'iu').test(raw);
        const glob = trimmed(test.glob);
        const shows = plain(raw, type) !== '' || /<(img|audio|video)|\{\{c|\[sound/.test(raw);
        if (glob.length === 0) return !shows;
        if (glob.length === 1 && glob[0]?.kind === 'many') return shows;
        const prepare = test.how === 'plain' ? fold : bare;
        return isWhole(prepare(plain(raw, type)), glob, prepare);
      });
    case 'deck':
      return paths(deck.name).some((name) => isWhole(fold(name), query.glob, fold));
    case 'current-deck':
      return context.currentDeck !== undefined && paths(deck.name).includes(context.currentDeck);
    case 'tag':
      if (query.test.how === 'plain' && query.test.glob.every(({ kind }) => kind === 'many')) {
        return true;
      }
      return [...note.sections, ...note.tags].some((tag) => {
        const { test } = query;
        if (test.how === 'pattern') return new RegExp(test.source, 'iu').test(tag);
        const prepare = test.how === 'plain' ? fold : bare;
        return paths(tag).some((path) => isWhole(prepare(path), test.glob, prepare));
      });
    case 'untagged':
      return [...note.sections, ...note.tags].length === 0;
    case 'type':
      return isWhole(fold(type.name), query.glob, fold);
    case 'preset':
      return isWhole(fold(deck.presetName), query.glob, fold);
    case 'template': {
      if (!card) return false;
      const slot = Number(card.id.split('/')[1]);
      const name =
        type.kind === 'standard'
          ? (type.templates.find((template) => template.slot === slot)?.name ?? '')
          : type.templates[0]?.name;
      return isWhole(fold(name ?? ''), query.glob, fold);
    }
    case 'card':
      return card?.id.endsWith(`/${query.slot}`) ?? false;
    case 'flag':
      return card?.flag === query.flag;
    case 'rated':
      return answers(subjectCard, context).some(
        ({ daysAgo, grade }) =>
          daysAgo < query.days && (query.grade === undefined || query.grade === grade),
      );
    case 'introduced':
      return answers(subjectCard, context).some(
        ({ daysAgo, isFirst }) => isFirst && daysAgo < query.days,
      );
    case 'added':
      return note.addedAtMillis >= context.startOfTodayMillis - (query.days - 1) * DAY;
    case 'edited':
      return note.editedAtMillis >= context.startOfTodayMillis - (query.days - 1) * DAY;
    case 'due-within':
    case 'due-tomorrow': {
      if (!card || !schedule || schedule.state === 'new') return false;
      if (card.suspended || card.absent) return false;
      const due = dueDay(schedule, context);
      const day = card.buriedUntil > due ? card.buriedUntil : due;
      return query.kind === 'due-tomorrow' ? day === today + 1 : day <= today + query.days;
    }
    case 'ids': {
      const id = { note: note.id, card: card?.id, deck: deck.id, type: note.noteTypeId }[query.of];
      return query.ids.includes(id ?? '');
    }
    case 'duplicate':
      return (
        note.noteTypeId === query.typeId &&
        fold(plain(note.fields[type.sortFieldId] ?? '', type)) === fold(query.text).trim()
      );
    case 'is':
      if (query.state === 'leech' || query.state === 'marked') {
        return note.tags.some((tag) => tag === query.state);
      }
      if (!card || !schedule) return false;
      return isInState(query.state, subjectCard, context);
    case 'property': {
      if (query.name === 'rated') {
        return answers(subjectCard, context).some(
          ({ daysAgo, grade }) =>
            compared(-daysAgo, query.comparison, query.value) &&
            (query.grade === undefined || query.grade === grade),
        );
      }
      if (!card || !schedule) return false;
      const isNew = schedule.state === 'new';
      const numbers = {
        ivl: schedule.state === 'review' ? schedule.intervalDays : 0,
        due:
          isNew || card.suspended || card.absent || card.buriedUntil > today
            ? undefined
            : dueDay(schedule, context) - today,
        reps: schedule.reps,
        lapses: schedule.lapses,
        pos: isNew ? card.position : undefined,
        s: isNew ? undefined : schedule.memory.stability,
        d: isNew ? undefined : (schedule.memory.difficulty - 1) / 9,
        r: subjectCard && context.retrievability(subjectCard),
      };
      const number = numbers[query.name];
      return number !== undefined && compared(number, query.comparison, query.value);
    }
  }
}

function isInState(state: string, subject: SearchCard | undefined, context: SearchContext) {
  const card = subject?.card;
  if (!card) return false;
  const { state: phase } = card.schedule;
  if (state === 'new') return phase === 'new';
  if (state === 'learn') return phase === 'learning' || phase === 'relearning';
  if (state === 'review') return phase === 'review' || phase === 'relearning';
  if (state === 'suspended') return card.suspended;
  if (state === 'absent') return card.absent;
  if (state.startsWith('buried')) return card.buriedUntil > context.today;
  if (card.suspended || card.absent || card.buriedUntil > context.today) return false;
  if (card.schedule.state === 'review') return card.schedule.dueDay <= context.today;
  if (card.schedule.state === 'new') return false;
  return card.schedule.dueAtMillis <= context.atMillis + 20 * 60_000;
}

function dueDay(
  schedule: Exclude<SearchCard['card']['schedule'], { state: 'new' }>,
  { today, startOfTodayMillis }: SearchContext,
): number {
  if (schedule.state === 'review') return schedule.dueDay;
  return today + Math.floor((schedule.dueAtMillis - startOfTodayMillis) / DAY);
}

function answers(subject: SearchCard | undefined, context: SearchContext) {
  if (!subject) return [];
  const { id, historyId = id } = subject.card;
  return [...context.answers(historyId)].map(({ studyDay, ...rest }) => ({
    ...rest,
    daysAgo: context.today - studyDay,
  }));
}

function compared(number: number, sign: string, value: number): boolean {
  if (sign === '=') return number === value;
  if (sign === '!=') return number !== value;
  if (sign.startsWith('<')) return number < value || (sign === '<=' && number === value);
  return number > value || (sign === '>=' && number === value);
}

function searchable(type: NoteType) {
  return type.fields.filter((field) => field.isLeftOutOfSearch !== true);
}

function plain(html: string, type: NoteType): string {
  const text = textOfHtml(html);
  return (type.kind === 'standard' ? text : clozePlainText(text)).trim();
}

/** The one kind of hint that the samples have. */
function hints(html: string, type: NoteType): string[] {
  return type.kind !== 'standard' && /\{\{c1::dose::hint\}\}/.test(textOfHtml(html))
    ? ['hint']
    : [];
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFC').replace(/ς/g, 'σ').replace(/\s+/g, ' ');
}

function bare(text: string): string {
  return fold(text).normalize('NFD').replace(/\p{M}/gu, '');
}

function paths(name: string): string[] {
  const parts = name.split('::');
  return parts.map((_, index) => parts.slice(0, index + 1).join('::'));
}

function within(text: string, test: TextTest): boolean {
  if (test.how === 'pattern') throw new Error('patterns look at fields as written');
  const prepare = test.how === 'plain' ? fold : bare;
  return new RegExp(regexOf(test.glob, prepare), 'su').test(prepare(text));
}

function isWhole(text: string, glob: Glob, prepare: (text: string) => string): boolean {
  return new RegExp(`^(?:${regexOf(glob, prepare)})$`, 'su').test(text);
}

function regexOf(glob: Glob, prepare: (text: string) => string): string {
  return glob
    .map((part) => {
      if (part.kind === 'many') return '.*';
      if (part.kind === 'one') return '.';
      return prepare(part.text).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    })
    .join('');
}

function trimmed(glob: Glob): Glob {
  const parts = glob.map((part) => ({ ...part }));
  const [first] = parts;
  const last = parts.at(-1);
  if (first?.kind === 'text') Object.assign(first, { text: first.text.replace(/^\s+/, '') });
  if (last?.kind === 'text') Object.assign(last, { text: last.text.replace(/\s+$/, '') });
  return parts.filter((part) => part.kind !== 'text' || part.text !== '');
}
