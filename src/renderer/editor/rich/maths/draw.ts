import { drawAllMaths } from '../../../card/maths/maths.ts';
import { type MathsSigns, mathsText } from '../html/tokens.ts';

/**
 * Draws a formula into `element`, as cards do. What cannot be read is shown as it is written; gives
 * why, in KaTeX's words.
 */
export async function drawFormula(
  element: HTMLElement,
  tex: string,
  signs: MathsSigns,
): Promise<string | undefined> {
  const drawn = document.createElement('span');
  drawn.textContent = mathsText(withBoxedCloze(tex), signs);
  await Promise.all([drawAllMaths(drawn), import('katex/dist/katex.min.css')]);
  const unreadable = drawn.querySelector<HTMLElement>('.unreadable-formula');
  if (unreadable || !drawn.querySelector('.katex')) element.replaceChildren(tex);
  else element.replaceChildren(...drawn.childNodes);
  return unreadable?.title.replace(/^KaTeX parse error: /, '');
}

/** Deletions inside a formula, which are no TeX, are drawn as a box around what they hide. */
function withBoxedCloze(tex: string): string {
  const cloze = /\{\{c\d+(?:,\d+)*::((?:(?!\{\{c|\}\}|::).)*)(?:::(?:(?!\}\}).)*)?\}\}/gs;
  return tex.replace(cloze, '\\boxed{$1}');
}
