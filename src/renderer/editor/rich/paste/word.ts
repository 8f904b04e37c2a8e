/** Word's clipboard has paragraphs that only look like lists; this class carries what they are. */
const LIST_CLASS = 'word-list';
const LIST_TAG = /<(p|h[1-6]|div)\b[^<>]*\bmso-list\s*:[^<>]*>/gi;
const MARKER =
  /<!--\[if !supportLists\]-->([\s\S]*?)<!--\[endif\]-->|<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>|<span[^>]*\bmso-list\s*:\s*Ignore[^>]*>([\s\S]*?<\/span>\s*)<\/span>/i;

/**
 * Word's HTML with list paragraphs marked by a class and their bullets taken away. On text, before
 * sanitising, because the signs of a list are in comments and styles that do not survive it.
 */
export function markWordLists(html: string): string {
  const lower = html.toLowerCase();
  let marked = '';
  let from = 0;
  for (const { 0: tag, 1: name = '', index } of html.matchAll(LIST_TAG)) {
    const start = index + tag.length;
    const end = index < from ? -1 : lower.indexOf(`</${name.toLowerCase()}>`, start);
    if (end < 0 || /mso-list\s*:\s*(none|ignore)/i.test(tag)) continue;
    marked += html.slice(from, index) + listParagraph(tag, html.slice(start, end));
    from = end + name.length + 3;
  }
  const whole = marked + html.slice(from);
  return without(whole, '<!--[if', '<![endif]-->').replace(/<!\[(?:if[^\]<>]*|endif)\]>/gi, '');
}

/** `html` without everything from each `open` to the next `close`. */
export function without(html: string, open: string, close: string): string {
  let left = '';
  let from = 0;
  for (;;) {
    const start = html.indexOf(open, from);
    const end = start < 0 ? -1 : html.indexOf(close, start);
    if (end < 0) return left + html.slice(from);
    left += html.slice(from, start);
    from = end + close.length;
  }
}

function listParagraph(tag: string, content: string): string {
  const level = /mso-list\s*:[^;"'<>]*\blevel(\d)/i.exec(tag)?.[1] ?? '1';
  const marker = MARKER.exec(content.slice(0, 2_000));
  const shown = marker?.[1] ?? marker?.[2] ?? marker?.[3] ?? '';
  const sign = shown.replace(/<[^>]*>|&nbsp;|\s/g, '');
  const kind = /^\(?(?:\d+|[a-zA-Z]|[ivxlcIVXLC]+)[.)]/.test(sign) ? 'ordered' : 'bullet';
  const text = marker ? content.replace(marker[0], '') : content;
  return `<p class="${LIST_CLASS} ${kind} level-${level}">${text}</p>`;
}

/** Turns neighbouring marked paragraphs into lists, nested by their level. */
export function buildWordLists(root: ParentNode & Node): void {
  const inert = root.ownerDocument ?? document;
  for (const first of root.querySelectorAll(`p.${LIST_CLASS}`)) {
    if (!root.contains(first)) continue;
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
    if (!inner || inner.level < level || inner.list.localName !== tag) {
      const list = inert.createElement(tag);
      const isSibling = inner !== undefined && inner.level >= level;
      const parent = isSibling ? open.at(-2)?.list.lastElementChild : inner?.list.lastElementChild;
      if (isSibling) open.pop();
      if (parent) parent.append(list);
      else top.push(list);
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
