/** The last part of a path: 'PML' of 'Safety::PML'. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('::') + 1).replace(/^:/, '');
}

/** What a path is below; '' at the top. */
export function parentPath(path: string): string {
  const at = path.lastIndexOf('::');
  return at === -1 ? '' : path.slice(0, at);
}

export function joinedPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}::${name}`;
}

/** Whether `path` is `of` or lies below it. */
export function isWithinPath(path: string, of: string): boolean {
  return path === of || path.startsWith(`${of}::`);
}
