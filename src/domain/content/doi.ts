/** A DOI as ANSI/NISO Z39.84 writes it: prefix 10.NNNN, a slash, and a suffix without spaces. */
const DOI = /\b10\.\d{4,9}\/[^\s,;"<>]+/;

/** Where a source that names a DOI can be read, or undefined. A full stop at the end is not part. */
export function doiAddress(source: string): string | undefined {
  const found = DOI.exec(source)?.[0];
  if (found === undefined) return undefined;
  let end = found.length;
  while ('.)]'.includes(found[end - 1] ?? ' ')) end -= 1;
  const doi = found.slice(0, end);
  return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
}
