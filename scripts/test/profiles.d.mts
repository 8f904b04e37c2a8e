/** A folder for the profiles of `lanes` browsers, gone when this process ends. */
export function profilesFolder(lanes: number, free?: number): string;
