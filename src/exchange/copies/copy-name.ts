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
