/** Place of the value nearest to `wanted` in `ascending`; of two as near, of the higher. */
export function nearestTo(wanted: number, ascending: readonly number[]): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const below = ascending[low - 1];
  return below !== undefined && wanted - below < (ascending[low] ?? 0) - wanted ? low - 1 : low;
}
