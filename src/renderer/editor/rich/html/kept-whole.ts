import { attributesOf, nameOf, setAttributes } from './kinds.ts';

/** An element as plain data: what the editor keeps whole without looking into it. */
export interface KeptElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (KeptElement | string)[];
}

/** The element as data, comments left out. */
export function keptElement(element: Element): KeptElement {
  return {
    tag: nameOf(element),
    attributes: attributesOf(element) ?? {},
    children: [...element.childNodes].flatMap((child): (KeptElement | string)[] => {
      if (child instanceof Element) return [keptElement(child)];
      return child.nodeType === Node.TEXT_NODE && child.nodeValue ? [child.nodeValue] : [];
    }),
  };
}

/** The element again, in a document where nothing loads or runs. */
export function elementFrom(kept: KeptElement, inert: Document): Element {
  const element = inert.createElement(kept.tag);
  setAttributes(element, kept.attributes);
  for (const child of kept.children) {
    element.append(typeof child === 'string' ? child : elementFrom(child, inert));
  }
  return element;
}
