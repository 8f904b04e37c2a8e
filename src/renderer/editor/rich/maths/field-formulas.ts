import { t } from '../../../../kernel/texts.ts';
import type { MathsSigns } from '../html/tokens.ts';
import { drawFormula } from './draw.ts';

/** A formula that stands as it is written, and why. */
export interface UndrawnFormula {
  readonly tex: string;
  readonly why: string;
}

/** As on a card (card/maths/draw-formulas.ts): more would hold up the screen. */
const MAX_CHARACTERS = 20_000;
const MAX_ELEMENTS = 15_000;

/** The formulas of one field, drawn one after the other while there is room; the others are named. */
export class FieldFormulas {
  readonly #onUndrawn: (undrawn: readonly UndrawnFormula[]) => void;
  readonly #shown = new Map<Element, { characters: number; elements: number }>();
  readonly #undrawn = new Map<Element, UndrawnFormula>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(onUndrawn: (undrawn: readonly UndrawnFormula[]) => void) {
    this.#onUndrawn = onUndrawn;
  }

  /** Draws into `place`; gives why not, where it stands as it is written. */
  draw(place: Element, tex: string, signs: MathsSigns): Promise<string | undefined> {
    const room = { characters: 0, elements: 0 };
    this.#shown.set(place, room);
    const drawn = this.#last.then(async () => {
      if (!this.#shown.has(place)) return undefined;
      const isFull = this.#isFull(tex.length);
      const why = isFull ? TOO_MANY : await drawFormula(place as HTMLElement, tex, signs);
      if (why === undefined) {
        room.characters = tex.length;
        room.elements = place.querySelectorAll('*').length;
      } else if (this.#shown.has(place)) {
        this.#undrawn.set(place, { tex, why });
        this.#tell();
      }
      return why;
    });
    this.#last = drawn;
    return drawn;
  }

  /** It is not in the field any more. */
  forget(place: Element): void {
    this.#shown.delete(place);
    if (this.#undrawn.delete(place)) this.#tell();
  }

  #isFull(more: number): boolean {
    let [characters, elements] = [more, 0];
    for (const each of this.#shown.values()) {
      characters += each.characters;
      elements += each.elements;
    }
    return characters > MAX_CHARACTERS || elements > MAX_ELEMENTS;
  }

  #tell(): void {
    this.#onUndrawn([...this.#undrawn.values()]);
  }
}

const TOO_MANY = t`This field holds more formulas than are drawn.`;
