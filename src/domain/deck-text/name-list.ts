/** Names as a list on one line, parted by commas: 'Safety, Nose\, throat'. */
export function printNames(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\,]/g, '\\$&')).join(', ');
}

/** The names of such a list, as written. A backslash before anything but `,` and itself is a sign. */
export function readNames(list: string): string[] {
  const names = [''];
  for (const part of list.match(/\\[\\,]|,|[^\\,]+|\\/g) ?? []) {
    if (part === ',') names.push('');
    else names[names.length - 1] += part.replace(/^\\(?=[\\,])/, '');
  }
  return names;
}
