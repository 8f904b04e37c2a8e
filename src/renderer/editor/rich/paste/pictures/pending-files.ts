import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { kindOfName } from '../../../../../domain/media/media-kinds.ts';
import { htmlOfText } from '../../../../../domain/template/html-text.ts';
import { t } from '../../../../../kernel/texts.ts';
import type { RichHost } from '../../host.ts';

let lastId = 0;

/**
 * Stores `file` and puts it where its placeholder waits, wherever that has moved to meanwhile. The
 * placeholder goes when the file is refused. Gives the placeholder's number.
 */
export function storePending(view: EditorView, host: RichHost, file: File): number {
  lastId += 1;
  const id = lastId;
  void Promise.resolve()
    .then(() => host.storeFile(file))
    .catch(() => undefined)
    .then((name) => {
      if (view.isDestroyed) return;
      const tr = settle(view.state, id, name);
      if (tr) view.dispatch(tr.setMeta('addToHistory', false));
    });
  return id;
}

/** Those that a field can show; that others are left out is said. */
export function showableOf(host: RichHost, files: readonly File[]): readonly File[] {
  const showable = files.filter(isShowable);
  if (showable.length < files.length) {
    host.say(t`A field takes pictures, sound and video; other files were left out.`);
  }
  return showable;
}

/** What systems do not know the type of may still say it by its name. */
function isShowable({ type, name }: File): boolean {
  return /^(image|audio|video)\//.test(type) || (type === '' && kindOfName(name) !== undefined);
}

/** How a stored file stands in a field's HTML. Its name's ending tells what it truly is. */
export function htmlOfFile(name: string): string {
  return isPicture(name) ? `<img src="${htmlOfText(name)}">` : `[sound:${htmlOfText(name)}]`;
}

function isPicture(name: string): boolean {
  return kindOfName(name) === 'image';
}

function settle(state: EditorState, id: number, name: string | undefined): Transaction | undefined {
  let place: number | undefined;
  state.doc.descendants((node, position) => {
    if (node.type.name === 'pendingFile' && node.attrs.id === id) place = position;
  });
  if (place === undefined) return undefined;
  if (name === undefined) return state.tr.delete(place, place + 1);
  const { image, sound } = state.schema.nodes;
  const node = isPicture(name)
    ? image?.create({ attributes: { src: name } })
    : sound?.create({ name });
  return node ? state.tr.replaceWith(place, place + 1, node) : undefined;
}
