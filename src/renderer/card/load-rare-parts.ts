type RareParts = typeof import('./rare-parts.ts');

/** There once they were loaded: then a card that needs them is drawn at once. */
let loaded: RareParts | undefined;

/**
 * What few cards need: buttons for what is hidden, what was opened, and links of tags. They come with
 * the first card that does, or in a quiet moment.
 */
export async function loadRareParts(): Promise<RareParts> {
  loaded = await import('./rare-parts.ts');
  return loaded;
}

/** What loadRareParts brought; undefined until then. */
export function rareParts(): RareParts | undefined {
  return loaded;
}

/** Whether a card's HTML may have something to open, or tags that may become links. */
export function needsRareParts(html: string): boolean {
  return /<script|<input|<details|data-rounds-tag|\son[a-z]{3,20}\s*=/i.test(html);
}
