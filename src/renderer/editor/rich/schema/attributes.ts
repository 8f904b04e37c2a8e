/** An attribute that lives in the document only: the editor's own elements do not carry it. */
export function kept(initial: unknown = null, keepOnSplit = true) {
  return { default: initial, rendered: false, keepOnSplit, parseHTML: () => null };
}
