/** Makes of the built renderer a folder for any server, at `to` (out/web), and returns where. */
export function makeWebFolder(to?: string): string;
