import { failed, ok, type Problem, type Result } from '../../kernel/problem.ts';
import { t, thousands } from '../../kernel/texts.ts';
import type { MediaType } from './media-kinds.ts';
import { type ForeignKind, foreignKindOf, typeOf } from './sniff.ts';
import { named } from '../../kernel/named.ts';

/** One file may be as large as in Anki, so that whatever is added can be exported. */
export const MAX_MEDIA_BYTES = 100 * 1024 * 1024;

/** A file on its way in. `head`: its first HEAD_BYTES, or all of it where it is shorter. */
export interface Candidate {
  readonly name: string;
  /** MIME type as claimed by whoever hands the file over; '' where nobody does. */
  readonly type: string;
  readonly bytes: number;
  readonly head: Uint8Array;
}

/** The file's true type, or why it cannot be kept. */
export function admit(file: Candidate): Result<MediaType> {
  const name = shownName(file.name);
  if (file.bytes === 0) {
    return failed(
      t`${name} is empty.`,
      KEPT,
      t`Check the file where it came from, and add it again.`,
    );
  }
  if (file.bytes > MAX_MEDIA_BYTES) {
    const size = thousands(Math.ceil(file.bytes / 1024 / 1024));
    return failed(
      t`${name} has ${size} MB; a file may have at most 100 MB.`,
      KEPT,
      t`Make it smaller (a shorter clip, a lower resolution), and add that.`,
    );
  }
  const type = typeOf(file.head, file);
  if (type) return ok(type);
  const { what, todo } = REASONS[foreignKindOf(file.head)];
  return failed(`${name} ${what}`, KEPT, todo);
}

const KEPT = t`Nothing was added; everything else is as it was.`;

const REASONS: Readonly<Record<ForeignKind, Pick<Problem, 'what' | 'todo'>>> = {
  svg: {
    what: t`is an SVG drawing, which can carry scripts and is therefore not shown on cards.`,
    todo: t`Open it, save it as PNG, and add that.`,
  },
  picture: {
    what: t`is a picture in a format that cards cannot show (HEIC or TIFF).`,
    todo: t`Save it as PNG or JPEG, and add that.`,
  },
  film: {
    what: t`is a film in a format that cards cannot play.`,
    todo: t`Save it as MP4 or WebM, and add that.`,
  },
  pdf: {
    what: t`is a PDF document, and a card shows pictures, sounds and films.`,
    todo: t`Save the page you need as PNG, or copy the part as a picture and paste it.`,
  },
  page: {
    what: t`is a web page or other text, not a picture, sound or film.`,
    todo: t`Save the picture itself, and add that.`,
  },
  unknown: {
    what: t`is no picture, sound or film that Rounds knows.`,
    todo: t`Save it as PNG, JPEG, MP3, WebM or MP4, and add that.`,
  },
};

const SHOWN_LENGTH = 60;

/** The name as it may stand in a sentence: without what would turn or hide the text around it. */
function shownName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  if (plain === '') return t`The file`;
  const letters = [...plain];
  return letters.length > SHOWN_LENGTH
    ? `“${letters.slice(0, SHOWN_LENGTH).join('')}…”`
    : `“${named(plain)}”`;
}
