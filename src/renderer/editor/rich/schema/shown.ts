import type { Attributes } from '../html/kinds.ts';

/** What of a field's own styling the editor shows. All else is kept and not applied. */
const SHOWN = ['text-align', 'font-weight', 'font-style', 'text-decoration-line', 'vertical-align'];
const SPACES = /^(pre|pre-wrap|break-spaces)$/;

/**
 * Attributes for the editor's own element in place of the field's: a field must not borrow the
 * program's classes, cover the page, or load anything. Colours become custom properties, which
 * rich.css makes readable on light and dark paper.
 */
export function shownAttributes(attributes: Attributes | null): Record<string, string> {
  if (attributes === null) return {};
  const shown: Record<string, string> = {};
  const { dir, lang, style } = attributes;
  if (dir === 'rtl' || dir === 'ltr') shown.dir = dir;
  if (lang !== undefined && /^[\w-]{2,20}$/.test(lang)) shown.lang = lang;
  const parsed = document.createElement('span').style;
  parsed.cssText = style ?? '';
  const css = SHOWN.flatMap((name) => {
    const value = parsed.getPropertyValue(name);
    return value === '' || /url|var/.test(value) ? [] : [`${name}: ${value}`];
  });
  if (SPACES.test(parsed.whiteSpace)) css.push(`white-space: ${parsed.whiteSpace}`);
  return colourAttributes(
    parsed.color || attributes.color || null,
    parsed.backgroundColor || attributes.bgcolor || null,
    { ...shown, ...(css.length > 0 ? { style: css.join('; ') } : {}) },
  );
}

/** Attributes that show a text and a background colour. What is no colour is not shown. */
export function colourAttributes(
  text: string | null,
  back: string | null,
  others: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const css = others.style === undefined ? [] : [others.style];
  const classes: string[] = [];
  if (text !== null && isColour(text)) {
    css.push(`--own-colour: ${text}`);
    classes.push('own-colour');
  }
  if (back !== null && isColour(back)) {
    css.push(`--own-back: ${back}`);
    classes.push('own-back');
  }
  if (classes.length === 0) return { ...others };
  return { ...others, style: css.join('; '), class: classes.join(' ') };
}

function isColour(text: string): boolean {
  return /^[\w#%.,()/\s-]+$/.test(text) && !/url|var/i.test(text) && CSS.supports('color', text);
}
