/** Shorter ones are in every address by chance. */
const SHORTEST = 4;
/** A value of so many words is text, whether the card shows it or keeps it out of sight. */
const MANY_WORDS = 3;
/** Of an address and of a card so much is looked at. */
const LONGEST = 20_000;

/**
 * The words of a card that an address carries out, as they stand in it, or undefined: a value in
 * its query or after its '#', or a part of its path, that the card says too, or that is text by
 * its length. A template puts them there with a field in the address.
 */
export function wordsInAddress(address: string, cardText: string): string | undefined {
  const { search, hash, pathname } = new URL(address);
  const card = plain(cardText.slice(0, LONGEST));
  const found = [...valuesOf(search.slice(1)), ...valuesOf(hash.slice(1))].find(
    (value) => isText(value) || isOf(card, value, 1),
  );
  return (
    found ??
    pathname
      .split('/')
      .map(decoded)
      .find((part) => isText(part) || isOf(card, part, 2))
  );
}

/** 'q=a+b&c' is 'a b' and 'c'. */
function valuesOf(text: string): readonly string[] {
  return text
    .slice(0, LONGEST)
    .split(/[&;]/)
    .map((pair) => decoded(pair.slice(pair.indexOf('=') + 1).replaceAll('+', ' ')));
}

function isText(value: string): boolean {
  return wordsOf(value).length >= MANY_WORDS;
}

/** Whether the card says `value`, of at least so many words: one word of a path names a page. */
function isOf(card: string, value: string, words: number): boolean {
  const said = plain(value);
  return said.length >= SHORTEST && wordsOf(value).length >= words && card.includes(said);
}

function wordsOf(value: string): readonly string[] {
  return value.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
