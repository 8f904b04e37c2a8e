import { plural, t } from '../../../kernel/texts.ts';
import { type DrawnFormula, Drawings } from './drawings.ts';
import { type Formula, findFormulas, MAX_FORMULAS } from './find-formulas.ts';
import type { FormulaReader } from './formula-reader.ts';
import {
  elementDepth,
  line,
  type DrawOutcome,
  putEach,
  putInstead,
  type KeptPlace,
} from './in-place.ts';
import type { Katex } from './katex.ts';
import { MAX_CHARACTERS_IN_ONE, readFormula, TOO_LONG, type Unread } from './read-formula.ts';
import { built } from './recorded.ts';
import { isSmall, MOST_AT_ONCE } from './small.ts';

/** What lies beyond stays as written, so that no card holds up the screen (LARGE-5). */
const MAX_CHARACTERS = 20_000;
/** Of all formulas of a side; a page of formulas has 5,000. */
const MAX_NODES = 15_000;
/** Nodes that come to the screen in one frame: Chromium (156) makes and lays them out in 20 ms. */
const SLICE_NODES = 2_500;
/**
 * Elements in each other, from the card's own: KaTeX makes seven of a fraction. A card's styles can
 * make columns of each, of which 140 end Chromium's process (safe/depth.ts).
 */
const MAX_DEPTH = 110;
/** After so many formulas that took too long, no more of the side are tried. */
const MAX_SLOW = 3;
/** A side waits so long for its formulas; then it is shown, and they come into it. */
const WAIT_MILLIS = 150;
/** What is ready waits so long for more, so that not each is laid out by itself. */
const TOGETHER_MILLIS = 100;

/** What formulas are drawn with. Without a reader all of them are read in the page. */
export interface Means {
  readonly katex: Katex;
  readonly reader: FormulaReader | undefined;
}

/** The formulas of a side that are not there at once. */
export interface MathsUnderWay {
  /** Until the side is to be shown; undefined: now. */
  readonly soon: Promise<unknown> | undefined;
  /**
   * Draws what is left, once the side is on screen, a slice a frame, as long as `isWanted`. Without
   * that all is put in one go.
   */
  rest(isWanted?: () => boolean): Promise<void>;
}

const drawings = new Drawings();

/** Draws the formulas in `root`: part of what is loaded with KaTeX. */
export function drawFormulas(root: ParentNode & Node, means: Means): MathsUnderWay | undefined {
  const formulas = findFormulas(root, MAX_FORMULAS + 1);
  if (formulas.length === 0) return undefined;
  const side = new Side(means, formulas.length);
  const slots = side.begin(root, formulas);
  if (slots.length === 0) {
    const words = side.words();
    if (words) root.append(line(words));
    return undefined;
  }
  // The side leaves `root` before its end is known.
  const end = line('');
  end.hidden = true;
  root.append(end);
  const first = side.place(slots, () => 'stop');
  const isKnown = slots.every(({ formula }) => drawings.get(formula));
  return {
    soon: isKnown ? undefined : Promise.race([first, after(WAIT_MILLIS)]),
    async rest(isWanted) {
      await first;
      const isDone = await side.place(slots, async () => {
        if (isWanted) await nextFrame();
        return isWanted?.() === false ? 'stop' : 'go on';
      });
      const words = isDone ? side.words() : undefined;
      end.hidden = words === undefined;
      if (words) end.textContent = words;
      else if (isDone) end.remove();
    },
  };
}

/** The formulas of one side, with what they have come to so far. */
class Side {
  readonly #means: Means;
  readonly #formulas: number;
  #drawn = 0;
  #tooMuch = 0;
  #slow = 0;
  #looked = 0;
  #nodes = 0;
  #sliceNodes = 0;
  #atOnceLeft = MOST_AT_ONCE;
  #isCutShort = false;

  constructor(means: Means, formulas: number) {
    this.#means = means;
    this.#formulas = formulas;
  }

  /** Puts what is known or quickly read in place, and a place holder for all else within the bounds. */
  begin(root: ParentNode & Node, formulas: readonly Formula[]): KeptPlace[] {
    const slots: KeptPlace[] = [];
    let characters = 0;
    const outcomes = formulas.slice(0, MAX_FORMULAS).map((formula): DrawOutcome | KeptPlace => {
      if (formula.tex.length > MAX_CHARACTERS_IN_ONE) return this.#outcome(TOO_LONG, 0);
      characters += formula.tex.length;
      if (characters > MAX_CHARACTERS || this.#isCutShort) return 'left';
      const depth = elementDepth(formula, root);
      const drawing = drawings.get(formula) ?? this.#readAtOnce(formula);
      if (drawing && this.#fits(drawing)) return this.#outcome(drawing, depth);
      const slot = { formula, depth, element: document.createElement('span') };
      slots.push(slot);
      return slot;
    });
    putEach(formulas, outcomes);
    return slots;
  }

  /**
   * Puts the formulas in their places as they come, and takes them off `slots`. `nextSlice` is asked
   * before more than one slice's nodes are put. Whether all are in place.
   */
  async place(
    slots: KeptPlace[],
    nextSlice: () => 'stop' | Promise<'stop' | 'go on'>,
  ): Promise<boolean> {
    let ready: (() => void)[] = [];
    const putReady = (): void => {
      for (const put of ready) put();
      ready = [];
    };
    for (let [slot] = slots; slot; [slot] = slots) {
      const coming = this.#isCutShort ? undefined : this.#drawing(slot.formula);
      if (ready.length > 0 && !(await comes(coming))) putReady();
      const drawing = await coming;
      if (drawing && !this.#fits(drawing)) {
        putReady();
        if ((await nextSlice()) === 'stop') return false;
        this.#sliceNodes = 0;
      }
      const outcome = drawing ? this.#outcome(drawing, slot.depth) : 'left';
      const { element } = slot;
      ready.push(() => putInstead(element, outcome));
      slots.shift();
    }
    putReady();
    return true;
  }

  /** What a line at the end says; undefined: all is drawn, or says itself what is wrong with it. */
  words(): string | undefined {
    if (this.#isCutShort || this.#formulas > this.#looked) {
      return t`Only ${this.#drawn} formulas are drawn; the others stand as they are written.`;
    }
    if (this.#tooMuch === 0) return undefined;
    return plural(
      this.#tooMuch,
      'One formula is too much to be drawn; it stands as it is written.',
      '# formulas are too much to be drawn; they stand as they are written.',
    );
  }

  #readAtOnce(formula: Formula): DrawnFormula | undefined {
    const { katex, reader } = this.#means;
    if (reader) {
      if (formula.tex.length > this.#atOnceLeft || !isSmall(formula.tex)) return undefined;
      this.#atOnceLeft -= formula.tex.length;
    }
    return readHere(katex, formula);
  }

  async #drawing(formula: Formula): Promise<DrawnFormula> {
    const known = drawings.get(formula);
    if (known) return known;
    const { katex, reader } = this.#means;
    const { tex, isDisplay } = formula;
    const read = await reader?.read({ tex, isDisplay });
    if (!read) return readHere(katex, formula);
    if ('problem' in read) return drawings.keep(formula, read);
    const { nodes, depth, drawn } = read;
    return drawings.keep(formula, { nodes, depth, node: built(drawn) });
  }

  #fits(drawing: DrawnFormula): boolean {
    if (!('node' in drawing) || this.#sliceNodes === 0) return true;
    return this.#sliceNodes + drawing.nodes <= SLICE_NODES;
  }

  #outcome(drawing: DrawnFormula, depth: number): DrawOutcome {
    this.#looked += 1;
    if ('problem' in drawing) return this.#unread(drawing);
    if (depth + drawing.depth > MAX_DEPTH) return this.#unread(TOO_DEEP);
    if (this.#nodes + drawing.nodes > MAX_NODES) {
      // That one was too much, and all after it are.
      this.#isCutShort = true;
      return 'left';
    }
    this.#nodes += drawing.nodes;
    this.#sliceNodes += drawing.nodes;
    this.#drawn += 1;
    return drawing.node.cloneNode(true);
  }

  #unread(unread: Unread): Unread {
    if (unread.is !== 'wrong') this.#tooMuch += 1;
    if (unread.is === 'too slow') this.#slow += 1;
    if (this.#slow >= MAX_SLOW) this.#isCutShort = true;
    return unread;
  }
}

function readHere(katex: Katex, formula: Formula): DrawnFormula {
  const read = readFormula(katex, formula);
  if ('problem' in read) return drawings.keep(formula, read);
  return drawings.keep(formula, { ...read.size, node: read.tree.toNode() });
}

const TOO_DEEP: Unread = {
  problem: t`This formula nests deeper than is drawn.`,
  is: 'too much',
};

/** Whether it is there soon enough to be put with what is ready. */
function comes(drawing: Promise<unknown> | undefined): Promise<boolean> {
  return Promise.race([
    Promise.resolve(drawing).then(() => true),
    after(TOGETHER_MILLIS).then(() => false),
  ]);
}

function after(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
