/** How many of how many, and where the true share lies in nine of ten cases (STATS-20). */
export interface Share {
  readonly of: number;
  readonly count: number;
  /** 0 to 1; undefined where `of` is 0. */
  readonly share: number | undefined;
  /** The interval of Wilson, 90 %; 0 and 1 where nothing is known. */
  readonly low: number;
  readonly high: number;
}
