import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { RichHost } from '../host.ts';

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
      const tr = settle(view.state, id, name, file.type);
      if (tr) view.dispatch(tr.setMeta('addToHistory', false));
    });
  return id;
}

/** Whether a file is one that a field can show. */
export function isShowable(file: File): boolean {
  return /^(image|audio|video)\//.test(file.type);
}

function settle(
  state: EditorState,
  id: number,
  name: string | undefined,
  type: string,
): Transaction | undefined {
  let place: number | undefined;
  state.doc.descendants((node, position) => {
    if (node.type.name === 'pendingFile' && node.attrs.id === id) place = position;
  });
  if (place === undefined) return undefined;
  if (name === undefined) return state.tr.delete(place, place + 1);
  const { image, sound } = state.schema.nodes;
  const node = type.startsWith('image/')
    ? image?.create({ attributes: { src: name } })
    : sound?.create({ name });
  return node ? state.tr.replaceWith(place, place + 1, node) : undefined;
}
