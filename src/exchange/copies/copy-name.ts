/** Why a copy was made. */
export type CopyReason =
  /** After a day's first session. */
  | 'day'
  /** Asked for. */
  | 'asked'
  /** Before the collection was replaced, merged or thinned by hand. */
  | 'before'
  /** A file of the person's, kept before it took the collection's place. */
  | 'loaded';

/** What a copy's name says. */
export interface CopyName {
  readonly name: string;
  readonly atMillis: number;
  readonly studyDay: number;
  readonly why: CopyReason;
}

const NAME = /^(\d{1,15})-(\d{1,6})-(day|asked|before|loaded)\.rounds$/;

export function copyNameOf(copy: Omit<CopyName, 'name'>): string {
  return `${copy.atMillis}-${copy.studyDay}-${copy.why}.rounds`;
}

const OUTSIDE = 'Rounds ';
/** '2026-11-29 ' */
const DATE_LENGTH = 11;

/** What the copy `name` is called in a folder of the person's own. `date`: 2026-11-29. */
export function outsideNameOf(name: string, date: string): string {
  return `${OUTSIDE}${date} ${name}`;
}

/** undefined: it is not the name of a copy in a folder of the person's own. */
export function parseOutsideName(name: string): CopyName | undefined {
  const copy = parseCopyName(name.slice(OUTSIDE.length + DATE_LENGTH));
  return copy && { ...copy, name };
}

/** undefined: it is not the name of a copy. */
export function parseCopyName(name: string): CopyName | undefined {
  const [, atMillis, studyDay, why] = NAME.exec(name) ?? [];
  if (why === undefined) return undefined;
  return {
    name,
    atMillis: Number(atMillis),
    studyDay: Number(studyDay),
    why: why as CopyReason,
  };
}
