import { cloneElement, createElement, Fragment, type ReactElement, type ReactNode } from 'react';

interface Begun {
  readonly begun: ReactElement;
}

/** Before the words of an element in a phrase. */
export function begin(element: ReactElement): Begun {
  return { begun: element };
}

/** After the words of the element that was begun last. */
export const END = Symbol();

/**
 * Words with elements in them, as one text:
 *
 *     phrase`Read ${begin(<Link href="/help" />)}the help${END} first, ${<kbd>F1</kbd>}.`
 */
export function phrase(
  texts: TemplateStringsArray,
  ...values: readonly (ReactNode | Begun | typeof END)[]
): ReactNode {
  const begun: ReactElement[] = [];
  const parts: ReactNode[][] = [[texts[0]]];
  values.forEach((value, place) => {
    if (typeof value === 'object' && value !== null && 'begun' in value) {
      begun.push(value.begun);
      parts.push([]);
    } else if (typeof value !== 'symbol') parts.at(-1)?.push(value);
    else {
      const element = begun.pop();
      const words = parts.pop() ?? [];
      if (element) parts.at(-1)?.push(cloneElement(element, undefined, ...words));
    }
    parts.at(-1)?.push(texts[place + 1]);
  });
  return createElement(Fragment, undefined, ...(parts[0] ?? []));
}
