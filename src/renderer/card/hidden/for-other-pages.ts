/** Anki's classes of platform, browser and night (anki-classes.ts), as selectors have them. */
const PAGE =
  /\.(?:win|mac|linux|android|iphone|ipad|mobile|chrome|safari|firefox|isWin|isMac|isLin|night(?:Mode|_mode|-mode))(?![\w-])/;

/**
 * Whether an element is there for another platform or the other theme: a style speaks of it together
 * with one of Anki's classes. Such a thing is hidden for good, and no script opens it.
 */
export function forOtherPages(document: Document): (element: Element) => boolean {
  const named: string[] = [];
  const visit = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if ('selectorText' in rule && 'style' in rule) {
        const { selectorText, style } = rule as CSSStyleRule;
        if (SHOWS.some((name) => style.getPropertyValue(name) !== '')) {
          named.push(...selectorText.split(',').filter((selector) => PAGE.test(selector)));
        }
      }
      if ('cssRules' in rule) visit(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.adoptedStyleSheets) visit(sheet.cssRules);
  // The same without the page's part: `.win .keys` is about `.keys`.
  const elsewhere = named.map((selector) => selector.replaceAll(new RegExp(PAGE, 'g'), '').trim());
  return (element) =>
    elsewhere.some((selector) => selector !== '' && matches(element, selector.replace(ORPHAN, '')));
}

const SHOWS = ['display', 'visibility', 'opacity'];
/** What is left in front where the page's class stood alone: `> .keys`, `:not() .keys`. */
const ORPHAN = /^(?::[\w-]+\(\s*\)|html|body|\s|[>+~])+/;

function matches(element: Element, selector: string): boolean {
  try {
    return selector !== '' && element.matches(selector);
  } catch {
    // Without its class it is no selector.
    return false;
  }
}
