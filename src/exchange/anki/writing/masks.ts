/** What Anki draws occlusions with: its own script finds these elements by their names. */
const SCRIPT = '<script>anki.imageOcclusion.setup();</script>';

export const MASK_CSS = `#image-occlusion-canvas {
  --inactive-shape-color: #ffeba2;
  --active-shape-color: #ff8e8e;
  --inactive-shape-border: 1px #212121;
  --active-shape-border: 1px #212121;
  --highlight-shape-color: #ff8e8e00;
  --highlight-shape-border: 1px #ff8e8e;
}
`;

/**
 * A side of an occlusion type on which Rounds draws the masks itself, as Anki needs it: the
 * deletions out of sight, a canvas over the picture, and the call that draws.
 */
export function withAnkisMasks(html: string): string {
  if (html.includes('image-occlusion-container')) return html;
  const shapes = /\{\{cloze:[^{}]+\}\}/.exec(html)?.[0];
  const picture = /\{\{\s*Image\s*\}\}/.exec(html)?.[0] ?? lastField(html, shapes);
  if (shapes === undefined || picture === undefined) return html;
  return html
    .replace(shapes, () => `<div style="display: none">${shapes}</div>\n<div id="err"></div>`)
    .replace(
      picture,
      () =>
        `<div id="image-occlusion-container">\n${picture}\n<canvas id="image-occlusion-canvas"></canvas>\n</div>\n${SCRIPT}`,
    );
}

/** The field that stands right after the shapes: the picture, whatever it is called. */
function lastField(html: string, shapes: string | undefined): string | undefined {
  if (shapes === undefined) return undefined;
  const after = html.slice(html.indexOf(shapes) + shapes.length);
  return /\{\{[^{}#^/!:]+\}\}/.exec(after)?.[0];
}
