/**
 * Text as a terminal may have it: what would steer it, or turn the order of what is read, is written
 * out as JSON writes it (`\u001b`), so that output that is JSON stays JSON and says the same.
 */
export function printable(text: string): string {
  return text.replace(STEERING, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** All control characters but tab and line end, the second set too; line ends of Unicode's own; marks of direction. */
const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  /[\0-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]/g;

/** A name for one line: cut in its middle where it would fill the screen. */
export function shortName(name: string): string {
  const signs = [...name.replace(/\s+/g, ' ')];
  if (signs.length <= MOST_SIGNS) return signs.join('');
  return [...signs.slice(0, MOST_SIGNS - 20), ' … ', ...signs.slice(-17)].join('');
}

const MOST_SIGNS = 80;

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
