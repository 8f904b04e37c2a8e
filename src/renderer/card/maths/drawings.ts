import type { TreeSize, Unread, Written } from './read-formula.ts';

/** A formula drawn, as a node to copy; or why it is not. */
export type DrawnFormula = (TreeSize & { readonly node: Node }) | Unread;

/** Nodes that are kept, of all drawings: some ten megabytes. */
const MOST_NODES = 40_000;
/** What could not be read has no nodes. */
const LEAST_COST = 20;

/** The formulas drawn last, so that the answer does not read the question's again. */
export class Drawings {
  readonly #kept = new Map<string, DrawnFormula>();
  readonly #most: number;
  #cost = 0;

  constructor(most = MOST_NODES) {
    this.#most = most;
  }

  get(written: Written): DrawnFormula | undefined {
    const key = keyOf(written);
    const found = this.#kept.get(key);
    if (!found) return undefined;
    // The one used last goes last.
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  keep(written: Written, drawing: DrawnFormula): DrawnFormula {
    const key = keyOf(written);
    this.#forget(key);
    this.#kept.set(key, drawing);
    this.#cost += costOf(key, drawing);
    for (const oldest of this.#kept.keys()) {
      if (this.#cost <= this.#most) break;
      this.#forget(oldest);
    }
    return drawing;
  }

  #forget(key: string): void {
    const drawing = this.#kept.get(key);
    if (!drawing) return;
    this.#kept.delete(key);
    this.#cost -= costOf(key, drawing);
  }
}

function keyOf({ tex, isDisplay }: Written): string {
  return `${isDisplay ? 'display' : 'inline'} ${tex}`;
}

/** A source of a hundred characters weighs as much as a node. */
function costOf(key: string, drawing: DrawnFormula): number {
  return key.length / 100 + ('node' in drawing ? drawing.nodes : LEAST_COST);
}
