/** The HTML that cards are written in; whatever is not named here does not pass the sanitiser. */
export const ALLOWED_TAGS: readonly string[] = words(`
  a abbr address article aside audio b bdi bdo big blockquote br caption center cite code col
  colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header
  hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small source span strike
  strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr`);

/**
 * No name, form, handler, target or address but href and src, which the sanitiser looks at itself.
 * `data-…` passes too: styles select by it, and no script is there to read it.
 */
export const ALLOWED_ATTRIBUTES: readonly string[] = words(`
  abbr align alt aria-hidden aria-label bgcolor border cellpadding cellspacing class color colspan
  datetime dir face height hidden href id lang open reversed role rowspan scope size span src start
  style title type valign value width`);

/** Elements that go with all they hold: what is in them is code, or means something else outside. */
export const WITH_CONTENT: readonly string[] = words(`
  annotation-xml applet datalist embed frameset head iframe math noembed noframes noscript object
  plaintext script select style svg template textarea title xmp`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
