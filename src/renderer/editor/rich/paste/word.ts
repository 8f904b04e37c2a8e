/** Word's clipboard has paragraphs that only look like lists; this class carries what they are. */
const LIST_CLASS = 'word-list';

const PARAGRAPH = /<(p|h[1-6]|div)\b([^>]*\bmso-list\s*:[^>]*)>([\s\S]*?)<\/\1>/gi;
const MARKER =
  /<!--\[if !supportLists\]-->([\s\S]*?)<!--\[endif\]-->|<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>|<span[^>]*\bmso-list\s*:\s*Ignore[^>]*>([\s\S]*?<\/span>\s*)<\/span>/i;

/**
 * Word's HTML with list paragraphs marked by a class and their bullets taken away. On text, before
 * sanitising, because the signs of a list are in comments and styles that do not survive it.
 */
export function markWordLists(html: string): string {
  const marked = html.replace(PARAGRAPH, (whole, _tag, attributes: string, content: string) => {
    const list = /mso-list\s*:\s*(?:l(\d+)\s+)?(?:level(\d)\s*)?(lfo\d+|none)?/i.exec(attributes);
    if (!list || /mso-list\s*:\s*(none|Ignore)/i.test(attributes)) return whole;
    const marker = MARKER.exec(content);
    const sign = (marker?.[1] ?? marker?.[2] ?? marker?.[3] ?? '').replace(
      /<[^>]*>|&nbsp;|\s/g,
      '',
    );
    const kind = /^\(?(?:\d+|[a-zA-Z]|[ivxlcIVXLC]+)[.)]/.test(sign) ? 'ordered' : 'bullet';
    const text = marker ? content.replace(marker[0], '') : content;
    return `<p class="${LIST_CLASS} ${kind} level-${list[2] ?? '1'}">${text}</p>`;
  });
  return marked
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!\[(?:if[^\]]*|endif)\]>/gi, '');
}

/** Turns neighbouring marked paragraphs into lists, nested by their level. */
export function buildWordLists(root: ParentNode & Node): void {
  const inert = root.ownerDocument ?? document;
  for (const first of root.querySelectorAll(`p.${LIST_CLASS}`)) {
    if (!first.isConnected && !root.contains(first)) continue;
    const run = [first];
    for (
      let next = first.nextElementSibling;
      next && isItem(next);
      next = next.nextElementSibling
    ) {
      run.push(next);
    }
    const place = inert.createComment('');
    first.before(place);
    place.replaceWith(...nested(run, inert));
  }
}

/** Items in order as lists; an item deeper than the one before goes into it. */
function nested(items: readonly Element[], inert: Document): Element[] {
  const top: Element[] = [];
  const open: { readonly level: number; readonly list: Element }[] = [];
  for (const item of items) {
    const level = Number(/level-(\d)/.exec(item.className)?.[1] ?? 1);
    const tag = item.classList.contains('ordered') ? 'ol' : 'ul';
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    let inner = open.at(-1);
    if (!inner || inner.level < level) {
      const list = inert.createElement(tag);
      const parent = inner?.list.lastElementChild;
      if (parent) parent.append(list);
      else top.push(list);
      inner = { level, list };
      open.push(inner);
    } else if (inner.list.localName !== tag) {
      const list = inert.createElement(tag);
      inner.list.after(list);
      if (!inner.list.parentElement) top.push(list);
      open.pop();
      inner = { level, list };
      open.push(inner);
    }
    const entry = inert.createElement('li');
    entry.append(...item.childNodes);
    item.remove();
    inner.list.append(entry);
  }
  return top;
}

function isItem(element: Element): boolean {
  return element.localName === 'p' && element.classList.contains(LIST_CLASS);
}
