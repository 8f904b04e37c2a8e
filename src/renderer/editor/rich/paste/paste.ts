import { Extension, type JSONContent } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { t } from '../../../../kernel/texts.ts';
import type { RichHost } from '../host.ts';
import { paragraph } from '../html/read/lines.ts';
import { readBlocks } from '../html/read/read.ts';
import { shortenedOf } from '../../../card/safe/sanitise.ts';
import { safeFragment } from '../html/safe-fragment.ts';
import { cleanPasted } from './clean.ts';
import { markFormulas, takeFormulas } from './formulas.ts';
import { showableOf, storePending } from './pictures/pending-files.ts';
import { takePictures } from './pictures/pictures.ts';
import { plainStructure } from './plain-structure.ts';
import { linesOf, unwrapped } from './plain-text.ts';
import { OWN_MARK, type Pasted, readClipboard } from './read-clipboard.ts';
import { buildWordLists, markWordLists, without } from './word.ts';
import { chordsOf } from '../../../kit/keys/chord.ts';

/**
 * Paste and drop, before the editor's own way with them: that one parses foreign HTML as it is.
 * Everything goes through the sanitiser, and what is not from a field here is cleaned.
 */
export function paste(host: RichHost): Extension {
  let isPlain = false;
  return Extension.create({
    name: 'richPaste',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(_view, event) {
              isPlain = chordsOf(event).includes('mod+shift+v');
              return false;
            },
            paste(view, event) {
              const data = event.clipboardData;
              if (!data) return false;
              event.preventDefault();
              insertPasted(view, host, readClipboard(data, isPlain), event);
              return true;
            },
            drop(view, event) {
              const data = event.dataTransfer;
              if (!data || view.dragging) return false;
              event.preventDefault();
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (!place) return true;
              const selection = TextSelection.near(view.state.doc.resolve(place.pos));
              view.dispatch(view.state.tr.setSelection(selection));
              view.focus();
              insertPasted(view, host, readClipboard(data, false));
              return true;
            },
          },
        },
      }),
    ],
  });
}

/** Puts files where the cursor is: a place each at once, the file when it is stored. */
export function insertFiles(view: EditorView, host: RichHost, files: readonly File[]): void {
  const places = showableOf(host, files).map((file) => ({
    type: 'pendingFile',
    attrs: { id: storePending(view, host, file) },
  }));
  if (places.length > 0) insertBlocks(view, [paragraph(places)]);
}

function insertPasted(
  view: EditorView,
  host: RichHost,
  pasted: Pasted,
  event?: ClipboardEvent,
): void {
  const { $from } = view.state.selection;
  if (pasted.kind === 'nothing') return;
  if (pasted.kind === 'files') insertFiles(view, host, pasted.files);
  else if ($from.parent.type.spec.code) insertCode(view, pasted);
  else if (pasted.kind === 'lines') insertLines(view, pasted, event);
  else insertBlocks(view, blocksOfHtml(view, host, pasted), event);
}

function insertLines(
  view: EditorView,
  pasted: Extract<Pasted, { kind: 'lines' }>,
  event?: ClipboardEvent,
): void {
  const { $from } = view.state.selection;
  const lines = pasted.isVerbatim ? linesOf(pasted.text) : unwrapped(pasted.text);
  const [only = ''] = lines;
  if (lines.length === 1 && isAddress(only) && linkSelection(view, only)) return;
  const marks = $from.marks().map((mark) => mark.toJSON());
  insertBlocks(
    view,
    lines.map((text) => paragraph(text === '' ? [] : [{ type: 'text', text, marks }])),
    event,
  );
}

function blocksOfHtml(
  view: EditorView,
  host: RichHost,
  { html, files, rtf }: Extract<Pasted, { kind: 'html' }>,
): JSONContent[] {
  const isOwn = html.includes(`${OWN_MARK}="`);
  const words = without(html, '<button', '</button>');
  const fragment = safeFragment(isOwn ? html : markWordLists(markFormulas(words)));
  if (shortenedOf(fragment) === 'source') host.say(TOO_MUCH);
  if (!isOwn) {
    takeFormulas(fragment);
    buildWordLists(fragment);
    cleanPasted(fragment);
    const keep = (file: File) => storePending(view, host, file);
    host.notCopied(takePictures(fragment, files, keep, rtf));
  }
  const holder = fragment.querySelector(`[${OWN_MARK}]`) ?? fragment;
  const blocks = readBlocks(isOwn ? holder : fragment);
  return isOwn ? blocks : plainStructure(blocks);
}

function insertBlocks(
  view: EditorView,
  blocks: readonly JSONContent[],
  event?: ClipboardEvent,
): void {
  const nodes = blocks.map((block) => view.state.schema.nodeFromJSON(block));
  const isOpen = (node: (typeof nodes)[number] | undefined) =>
    node?.type.name === 'paragraph' ? 1 : 0;
  const slice = new Slice(Fragment.from(nodes), isOpen(nodes[0]), isOpen(nodes.at(-1)));
  if (event && view.someProp('handlePaste', (handle) => handle(view, event, slice))) return;
  const tr = view.state.tr.replaceSelection(slice);
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}

function insertCode(view: EditorView, pasted: Exclude<Pasted, { kind: 'files' | 'nothing' }>) {
  const text = pasted.kind === 'html' ? safeFragment(pasted.html).textContent : pasted.text;
  const tr = view.state.tr.insertText((text ?? '').replace(/\r\n?/g, '\n'));
  view.dispatch(tr.scrollIntoView());
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

const TOO_MUCH = t`What was pasted holds more than can be read as formatted text: it came as its source.`;

/** An address pasted over words links them. */
function linkSelection(view: EditorView, href: string): boolean {
  const { from, to, empty } = view.state.selection;
  const link = view.state.schema.marks.link?.create({ attributes: { href } });
  const words = view.state.doc.textBetween(from, to, '\n');
  if (empty || !link || words.trim() === '' || words.includes('\n')) return false;
  view.dispatch(view.state.tr.addMark(from, to, link).scrollIntoView());
  return true;
}
