/** Rows `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rows by their places: spans in order, none empty, none touching the next. */
export type Spans = readonly Span[];

export const NO_SPANS: Spans = [];

/** The rows from `a` to `b`, both included, in either order. */
export function between(a: number, b: number): Spans {
  return [{ from: Math.min(a, b), to: Math.max(a, b) + 1 }];
}

/** `places` ascending. */
export function spansOf(places: Iterable<number>): Spans {
  const spans: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = spans.at(-1);
    if (last && place <= last.to) last.to = Math.max(last.to, place + 1);
    else spans.push({ from: place, to: place + 1 });
  }
  return spans;
}

export function isIn(spans: Spans, place: number): boolean {
  const span = spans[lastFrom(spans, place)];
  return span !== undefined && place < span.to;
}

export function sizeOf(spans: Spans): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** `spans` with `place` put in, or taken out where it was in. */
export function toggled(spans: Spans, place: number): Spans {
  const at = lastFrom(spans, place);
  const span = spans[at];
  if (span && place < span.to) {
    const parts = [
      { from: span.from, to: place },
      { from: place + 1, to: span.to },
    ].filter(({ from, to }) => from < to);
    return [...spans.slice(0, at), ...parts, ...spans.slice(at + 1)];
  }
  const next = spans[at + 1];
  const before = span && span.to === place ? span : undefined;
  const after = next && next.from === place + 1 ? next : undefined;
  const joined = { from: before?.from ?? place, to: after?.to ?? place + 1 };
  return [...spans.slice(0, before ? at : at + 1), joined, ...spans.slice(after ? at + 2 : at + 1)];
}

/** The items at the places of `spans`. */
export function itemsAt<Item>(spans: Spans, items: readonly Item[]): Item[] {
  return spans.flatMap(({ from, to }) => items.slice(from, to));
}

/** The places that the items at `spans` of `before` have in `after`; those gone are left out. */
export function carriedOver<Item>(
  spans: Spans,
  before: readonly Item[],
  after: readonly Item[],
): Spans {
  const wanted = new Set(itemsAt(spans, before));
  return spansOf(after.flatMap((item, place) => (wanted.has(item) ? [place] : [])).values());
}

/** The last span that begins at `place` or before it; -1 for none. */
function lastFrom(spans: Spans, place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
