import type { NoteType } from '../../../../domain/content/note-type.ts';

/** What Anki draws occlusions with: its own script finds these elements by their names. */
const SCRIPT = '<script>anki.imageOcclusion.setup();</script>';

const MASK_CSS = `#image-occlusion-canvas {
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
function withAnkisMasks(html: string): string {
  if (html.includes('image-occlusion-canvas')) return html;
  const shapes = /\{\{cloze:[^{}]+\}\}/.exec(html)?.[0];
  // A side that came from Anki has the container still, without what drew in it (withRoundsMasks).
  const container = html.indexOf('image-occlusion-container');
  const picture =
    /\{\{\s*Image\s*\}\}/.exec(html)?.[0] ??
    fieldAfter(html, container >= 0 ? container : html.indexOf(shapes ?? ''));
  if (shapes === undefined || picture === undefined) return html;
  const drawn = `${picture}\n<canvas id="image-occlusion-canvas"></canvas>`;
  const hidden = html.replace(
    shapes,
    () => `<div style="display: none">${shapes}</div>\n<div id="err"></div>`,
  );
  if (container >= 0) return `${hidden.replace(picture, () => drawn)}\n${SCRIPT}`;
  return hidden.replace(
    picture,
    () => `<div id="image-occlusion-container">\n${drawn}\n</div>\n${SCRIPT}`,
  );
}

/** The field that stands next after `at`, in the container or behind the shapes: the picture, whatever its name. */
function fieldAfter(html: string, at: number): string | undefined {
  return /\{\{[^{}#^/!:]+\}\}/.exec(html.slice(at))?.[0];
}

/**
 * A template of Anki's image occlusion whose masks Rounds draws: what Anki's script reads is hidden
 * there, and shown here. The rest is as the person has it.
 */
export function withRoundsMasks(html: string): string {
  return html
    .replace(/<script\b[^>]*>[^<]*anki\.imageOcclusion[\s\S]*?<\/script>/gi, '')
    .replace(/<div style="display: ?none">\s*(\{\{cloze:[^{}]+\}\})\s*<\/div>/gi, '$1')
    .replace(/<canvas\b[^>]*>\s*<\/canvas>|<div id="err"><\/div>/gi, '');
}

/** A side in words that Anki knows: without Rounds' own filter, with what draws masks there. */
export function sideForAnki({ kind }: Pick<NoteType, 'kind'>, html: string): string {
  const plain = html.replace(/\{\{(\s*)cueless:/g, '{{$1');
  return kind === 'occlusion' ? withAnkisMasks(plain) : plain;
}

/** Cards of a type that says nothing of its looks: as Rounds shows them, or nearly. */
const PLAIN_CSS = `.card {
  font-family: arial;
  font-size: 20px;
  line-height: 1.5;
  text-align: center;
  color: black;
  background-color: white;
}
.extra, .source { font-size: 80%; opacity: 0.8; }
`;

/** A type's styles with what Anki's masks and cards need. */
export function cssForAnki(kind: NoteType['kind'], css: string): string {
  const own = css === '' ? PLAIN_CSS : css;
  const needsMasks = kind === 'occlusion' && !own.includes('#image-occlusion-canvas');
  return needsMasks ? `${own}\n${MASK_CSS}` : own;
}
