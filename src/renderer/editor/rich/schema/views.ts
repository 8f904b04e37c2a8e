import type { Node as EditorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { t } from '../../../../kernel/texts.ts';
import { mediaSource } from '../../../card/media/media-source.ts';
import type { RichHost } from '../host.ts';
import type { Attributes } from '../html/kinds.ts';
import { isDisplayed, type MathsSigns } from '../html/tokens.ts';

type ChipKind = 'sound' | 'video' | 'picture' | 'missing' | 'waiting' | 'html';

const CHIP_WORDS: Readonly<Record<ChipKind, string>> = {
  sound: t`Sound`,
  video: t`Video`,
  picture: t`Picture`,
  missing: t`Missing picture`,
  waiting: '',
  html: 'HTML',
};

/** A small label in the text that stands for something not drawn here. */
export function chipView(kind: ChipKind, text: string): NodeView {
  const dom = document.createElement('span');
  fillChip(dom, kind, text);
  return { dom };
}

/**
 * A picture: by its name from the media store, or from its own data: address. An address of the web
 * is named and never loaded.
 */
export function imageView(node: EditorNode, host: RichHost): NodeView {
  const dom = document.createElement('span');
  const attributes = node.attrs.attributes as Attributes;
  const source = attributes.src ?? '';
  const media = mediaSource(source);
  if (media.kind === 'inline') showPicture(dom, source, attributes);
  else if (media.kind === 'refused') fillChip(dom, 'picture', t`not loaded: ${source}`);
  else {
    fillChip(dom, 'picture', media.name);
    void host.mediaUrl(media.name).then((url) => {
      if (url !== undefined && /^(blob|data):/i.test(url)) showPicture(dom, url, attributes);
      else fillChip(dom, 'missing', media.name);
    });
  }
  return { dom };
}

/** A formula, drawn; as it is written where it cannot be. */
export function mathsView(node: EditorNode, host: RichHost): NodeView {
  const dom = document.createElement('span');
  const { tex, signs } = node.attrs as { tex: string; signs: MathsSigns };
  dom.className = isDisplayed(signs) ? 'rich-maths rich-maths-display' : 'rich-maths';
  dom.textContent = tex;
  dom.title = t`Formula. Enter opens it.`;
  void host.formulas.draw(dom, tex, signs).then((problem) => {
    if (problem === undefined) return;
    dom.classList.add('rich-maths-wrong');
    dom.title = t`Not a formula yet: ${problem}`;
  });
  return { dom, ignoreMutation: () => true, destroy: () => host.formulas.forget(dom) };
}

function showPicture(dom: HTMLElement, url: string, attributes: Attributes): void {
  const picture = document.createElement('img');
  picture.alt = attributes.alt ?? '';
  picture.draggable = false;
  for (const name of ['width', 'height'] as const) {
    const size = Number.parseInt(attributes[name] ?? '', 10);
    if (size > 0) picture[name] = size;
  }
  picture.addEventListener('error', () => fillChip(dom, 'missing', attributes.src ?? ''));
  picture.src = url;
  dom.className = 'rich-picture';
  dom.replaceChildren(picture);
}

function fillChip(dom: HTMLElement, kind: ChipKind, text: string): void {
  dom.className = `rich-chip rich-chip-${kind}`;
  dom.contentEditable = 'false';
  const shown = text.length > 60 ? `${text.slice(0, 40)}…${text.slice(-16)}` : text;
  const word = CHIP_WORDS[kind];
  dom.replaceChildren(word === '' ? shown : `${word} ${shown}`);
  dom.title = text.slice(0, 400);
}
