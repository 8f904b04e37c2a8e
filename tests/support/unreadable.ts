/** The file, as one of which a disk gives nothing back any more. */
export function unreadable<Content extends Blob>(content: Content): Content {
  const refused = () =>
    Promise.reject(new DOMException('The requested file could not be read.', 'NotReadableError'));
  return Object.assign(content, { slice: () => ({ arrayBuffer: refused }) });
}
