/** A hundredth of the height of the window, as the card's frame is told it (card-document.ts). */
export const WINDOW_HEIGHT = '--rounds-vh';

const MEASURE =
  /(?<![\w.#-])([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([sld]?v(?:h|b|min|max))(?![\w-])/gi;
/** What asks for a part of the window that leaves no room beside it asks for the window. */
const WHOLE_WINDOW = 80;

/**
 * Lengths by the height of the window. In its frame a card has none: the frame is as high as the card,
 * so that half of it would be half of what is left without it, and what stands below would be cut off.
 * What only fills the window is left out, and all else is by the window that Rounds is shown in.
 */
export function byWindowHeight(style: CSSStyleDeclaration): void {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    const measures = [...value.matchAll(MEASURE)];
    if (measures.length === 0) continue;
    const most = Math.max(...measures.map(([, number]) => Number(number)));
    if (/^min-(?:height|block-size)$/.test(name)) style.removeProperty(name);
    else if (/^(?:height|block-size)$/.test(name) && most >= WHOLE_WINDOW)
      style.removeProperty(name);
    else style.setProperty(name, value.replace(MEASURE, inFrame), style.getPropertyPriority(name));
  }
}

function inFrame(_: string, number: string, unit: string): string {
  const height = `var(${WINDOW_HEIGHT})`;
  if (/min$/i.test(unit)) return `calc(${number} * min(1vw, ${height}))`;
  if (/max$/i.test(unit)) return `calc(${number} * max(1vw, ${height}))`;
  return `calc(${number} * ${height})`;
}
