/**
 * Names of decks and sections are paths: 'Safety::PML' lies below 'Safety'. '' is no path: nothing
 * lies at or below it. Of more than two colons in a row the last two separate.
 */
const SEPARATOR = '::';

/** A path as a person typed it: 'Safety :: PML' → 'Safety::PML'; '' for no name at all. */
export function pathFrom(text: string): string {
  return partsOf(text.normalize('NFC'))
    .map((part) => part.replace(/^[:\s]+/, '').replace(/::+$/, ''))
    .map((part) => part.trim().replace(/ {2,}/g, ' '))
    .filter((part) => part !== '')
    .join(SEPARATOR);
}

/** ['Safety', 'PML'] of 'Safety::PML'; none of ''. */
export function partsOf(path: string): string[] {
  return path === '' ? [] : path.split(/::(?!:)/);
}

/** 'PML' of 'Safety::PML'. */
export function lastPart(path: string): string {
  return path.slice(parentPath(path).length).replace(/^::/, '');
}

/** 'Safety' of 'Safety::PML'; '' of a path at the top. */
export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(SEPARATOR)));
}

/** 'Safety::PML' of 'Safety' and 'PML'; at the top where `parent` is ''. */
export function joinedPath(parent: string, name: string): string {
  return parent === '' ? name : parent + SEPARATOR + name;
}

/** 'Safety' and 'Safety::PML' of 'Safety::PML': each above before those below it. */
export function pathAndAbove(path: string): string[] {
  if (path === '') return [];
  const all = [path];
  for (let above = parentPath(path); above !== ''; above = parentPath(above)) all.push(above);
  all.reverse();
  return all.length > MAX_LEVELS ? [...all.slice(0, MAX_LEVELS), path] : all;
}

/** Names of thousands of levels, all written out, are as long as their square; people use a handful. */
const MAX_LEVELS = 100;

/** All of `paths` and those above them, each once. */
export function withAncestors(paths: readonly string[]): string[] {
  const [first] = paths;
  if (paths.length === 1 && first !== undefined) return pathAndAbove(first);
  return [...new Set(paths.flatMap(pathAndAbove))];
}

/** 0 at the top, 1 right below it. */
export function depthOf(path: string): number {
  return Math.max(0, partsOf(path).length - 1);
}

/** Compares paths by their parts, so that each comes right before those below it. */
export function comparePaths(
  one: readonly string[],
  other: readonly string[],
  compareParts: (one: string, other: string) => number,
): number {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const order = compareParts(part, against);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** As it is shown: 'Safety › PML'. */
export function shownPath(path: string): string {
  return partsOf(path).join(' › ');
}
