import { type Note, tagsOf } from '../content/note.ts';
import { fieldText, type NoteType } from '../content/note-type.ts';
import { mediaNamesIn, textToRead } from '../template/html-text.ts';
import { clozeFieldsIn } from '../template/language/fields.ts';
import { type Mask, masksFor, parseOcclusions } from '../template/occlusion.ts';
import { renderCard } from '../template/render.ts';
import type { CardId, Slot } from '../../kernel/ids.ts';
import { seenAtFirst } from './seen-at-first.ts';

/** One side of a card on paper: words, and pictures below them. */
export interface PrintedSide {
  readonly text: string;
  /** Names of pictures, each once. */
  readonly pictures: readonly string[];
  /** What lies over the picture `masked`. */
  readonly masks: readonly Mask[];
  readonly masked?: string;
}

export interface PrintedCard {
  readonly id: CardId;
  readonly question: PrintedSide;
  /** Without what the question said already. */
  readonly answer: PrintedSide;
}

const SOUND_OR_FILM = /\.(?:mp3|ogg|oga|opus|wav|m4a|flac|aac|mp4|webm|ogv|mov|m4v)$/i;

/** A card as it stands on paper (ANKI-50): nothing of it runs, moves or plays there. */
export function printedCard(
  id: CardId,
  slot: Slot,
  note: Pick<Note, 'fields' | 'sections' | 'tags'>,
  type: NoteType,
  deckName: string,
): PrintedCard {
  const sides = renderCard({ type, fields: note.fields, slot, tags: tagsOf(note), deckName });
  const front = textToRead(sides.front);
  const back = textToRead(sides.back);
  const shapes = type.kind === 'occlusion' ? shapesOf(note, type) : undefined;
  const covered = (side: 'front' | 'back'): Pick<PrintedSide, 'masks' | 'masked'> => {
    const masked = maskedIn(sides[side]);
    return !shapes || masked === undefined
      ? { masks: [] }
      : { masks: masksFor(shapes, slot, side), masked };
  };
  // A hint, and what a script would show, must not give away on paper what they hide on screen.
  const seen = seenAtFirst(sides.front);
  const asked = picturesIn(seen);
  const shown = picturesIn(sides.back);
  // A picture that both sides have stands once; on an occlusion it is the answer.
  const answered = shapes ? shown : shown.filter((name) => !asked.includes(name));
  return {
    id,
    question: { text: textToRead(seen), pictures: asked, ...covered('front') },
    answer: { text: withoutQuestion(back, front), pictures: answered, ...covered('back') },
  };
}

function shapesOf(note: Pick<Note, 'fields'>, type: NoteType) {
  const [field] = type.templates.flatMap(({ front }) => clozeFieldsIn(front, type));
  return field && parseOcclusions(fieldText(note.fields, field.id));
}

/** As on screen, the first picture after the place of the masks. */
function maskedIn(html: string): string | undefined {
  const place = html.indexOf('<div class="occlusion"');
  return place === -1 ? undefined : picturesIn(html.slice(place))[0];
}

function picturesIn(html: string): readonly string[] {
  return mediaNamesIn(html).filter((name) => !SOUND_OR_FILM.test(name));
}

/**
 * Most answers begin with the question, on lines of its own; on paper it stands beside them. An answer
 * that begins with the same letters is another text: “Na” and “Natalizumab”.
 */
function withoutQuestion(back: string, front: string): string {
  const rest = front !== '' && back.startsWith(front) ? back.slice(front.length) : undefined;
  return rest !== undefined && /^\s*(?:\n|$)/.test(rest) ? rest.trim() : back;
}
