import { type Formula, replaceFormula } from './find-formulas.ts';
import type { Unread } from './read-formula.ts';

/** A formula whose place is kept. */
export interface KeptPlace {
  readonly formula: Formula;
  readonly element: HTMLElement;
  readonly depth: number;
}

/** What becomes of a formula: its drawing, why there is none, or its source, left as written. */
export type DrawOutcome = Node | Unread | 'left';

/** Puts each formula's outcome, or the place that is kept for it, where the formula stands. */
export function putEach(
  formulas: readonly Formula[],
  outcomes: readonly (DrawOutcome | KeptPlace)[],
): void {
  for (const [place, outcome] of [...outcomes.entries()].reverse()) {
    const formula = formulas[place] as Formula;
    if (outcome === 'left') continue;
    if (outcome instanceof Node) replaceFormula(formula, outcome);
    else if ('element' in outcome) putSource(formula, outcome.element);
    else markUnreadable(putSource(formula, document.createElement('span')), outcome);
  }
}

/** How deep in `root` a formula's own elements begin. */
export function elementDepth({ nodes }: Formula, root: Node): number {
  let depth = 1;
  for (let at = nodes[0]?.parentNode; at && at !== root; at = at.parentNode) depth += 1;
  return depth;
}

/** The source of a formula in an element of its own, quiet until it is known what becomes of it. */
function putSource(formula: Formula, element: HTMLElement): HTMLElement {
  element.className = 'waiting-formula';
  element.append(...replaceFormula(formula, element));
  return element;
}

export function putInstead(source: HTMLElement, outcome: DrawOutcome): void {
  if (outcome instanceof Node) source.replaceWith(outcome);
  else if (outcome === 'left') source.replaceWith(...source.childNodes);
  else markUnreadable(source, outcome);
}

function markUnreadable(source: HTMLElement, { problem }: Unread): void {
  source.className = 'unreadable-formula';
  source.title = problem;
}

/** A line below a side, about what is not drawn. */
export function line(words: string): HTMLElement {
  const made = document.createElement('p');
  made.className = 'undrawn';
  made.textContent = words;
  return made;
}
