import type { CardInLane } from '../../lane.ts';
import type { LaneRange, Ranges } from '../ranges.ts';

/** Reads a lane from its head on, page after page, and no row twice but those at the same place. */
export class LaneReader {
  readonly #ranges: Ranges;
  readonly #range: LaneRange;
  #from: number | undefined;
  /** Rows already read at the place `#from`. */
  #readThere = 0;
  isAtEnd = false;

  constructor(ranges: Ranges, range: LaneRange) {
    this.#ranges = ranges;
    this.#range = range;
  }

  async next(count: number): Promise<readonly CardInLane[]> {
    if (this.isAtEnd) return [];
    const wanted = this.#readThere + count;
    const rows = await this.#ranges.lane(this.#range, this.#from, wanted);
    this.isAtEnd = rows.length < wanted;
    const last = rows.at(-1);
    const page = rows.slice(this.#readThere);
    if (last) {
      this.#from = last.readyAt;
      this.#readThere = rows.length - rows.findIndex(({ readyAt }) => readyAt === last.readyAt);
    }
    return page;
  }
}

/** Which of a page's cards are wanted, in their order. It may remember what it has seen. */
export type Pick = (
  page: readonly CardInLane[],
) => readonly CardInLane[] | Promise<readonly CardInLane[]>;

/**
 * The first `count` cards that `pick` takes, with larger and larger pages while there are too few.
 * `pick` may still be on its way: it and the first page are waited for together.
 */
export async function firstPicked(
  reader: LaneReader,
  count: number,
  pick: Pick | Promise<Pick>,
  firstPage = count,
): Promise<readonly CardInLane[]> {
  const picked: CardInLane[] = [];
  const pages = new PageSizes(firstPage, count);
  for (;;) {
    const [page, picking] = await Promise.all([reader.next(pages.next(picked.length)), pick]);
    picked.push(...(await picking(page)));
    if (picked.length >= count || reader.isAtEnd) return picked.slice(0, count);
  }
}

/**
 * How many rows each page of a lane has: after the first, as many as the missing cards take at the rate
 * so far, at least a quarter of the first page and at most twice the page before.
 */
export class PageSizes {
  readonly #first: number;
  readonly #wanted: number;
  #size = 0;
  /** Rows read until now. */
  read = 0;

  constructor(firstPage: number, wanted: number) {
    this.#first = withSpare(firstPage);
    this.#wanted = wanted;
  }

  next(picked: number): number {
    const missing = withSpare(Math.ceil(((this.#wanted - picked) * this.read) / picked));
    const most = 2 * this.#size;
    this.#size = most === 0 ? this.#first : Math.max(this.#first / 4, Math.min(most, missing));
    this.#size = Math.ceil(this.#size);
    this.read += this.#size;
    return this.#size;
  }
}

/** A few rows more, because some are passed over: cheaper than reading on. */
export function withSpare(count: number): number {
  return count + Math.ceil(count / 8) + 2;
}
