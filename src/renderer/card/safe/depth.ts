/**
 * How deep elements of a card may lie in each other. Chromium lays them out by recursion, and its
 * process ends where the stack does: measured in 156 in a card's frame, with 8 MB, at 140 boxes in
 * columns, at 190 of inline blocks, and later for all others. Cards made by people have 30 at most.
 */
export const MAX_DEPTH = 60;

/**
 * Puts the text of what lies deeper than MAX_DEPTH in its place. In steps in proportion to the
 * number of nodes, and without recursion. Gives whether anything lay so deep.
 */
export function flattenDeep(root: ParentNode & Node): boolean {
  let isFlattened = false;
  let depth = 1;
  let at: Element | null = root.firstElementChild;
  while (at) {
    const deeper: Element | null = at.firstElementChild;
    if (deeper && depth < MAX_DEPTH) {
      at = deeper;
      depth += 1;
      continue;
    }
    if (deeper) {
      at.textContent = `${at.textContent}`;
      isFlattened = true;
    }
    while (at && !at.nextElementSibling) {
      at = depth === 1 ? null : at.parentElement;
      depth -= 1;
    }
    at = at?.nextElementSibling ?? null;
  }
  return isFlattened;
}
