/**
 * Whether a host, as URL writes it ('doi.org', 'xn--…', '10.0.0.1', '[::1]'), is one of the public
 * network: a name with a public ending, or an address that IANA has given to the world. Nothing of
 * this machine, its network or its provider's. URL has put odd spellings (0x7f.1, 2130706433, full
 * width digits) into the usual form before. What a public name resolves to is not known here.
 */
export function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return isPublicSix(host.slice(1, -1));
  if (/^\d+(?:\.\d+){3}$/.test(host)) return isPublicFour(host.split('.').map(Number));
  const labels = host.replace(/\.$/, '').split('.');
  const isWhole = labels.every((label) => /^[a-z\d_](?:[a-z\d_-]*[a-z\d_])?$/.test(label));
  return isWhole && labels.length > 1 && !PRIVATE_ENDINGS.has(labels.at(-1) ?? '');
}

/** RFC 6761, 6762, 7686, 8375, 9476 (without `example` and `invalid`, which lead nowhere), `internal`, and what routers and offices call theirs. */
const PRIVATE_ENDINGS: ReadonlySet<string> = new Set(
  `alt arpa corp domain home internal intranet lan local localdomain localhost onion private test
  workgroup`.split(/\s+/),
);

/** IANA's IPv4 special-purpose registry: address and the bits of it that count. */
const PRIVATE_FOUR = blocks(
  `0/8 10/8 100.64/10 127/8 169.254/16 172.16/12 192.0.0/24 192.0.2/24 192.88.99/24 192.168/16
  198.18/15 198.51.100/24 203.0.113/24 224/3`,
  '.',
  10,
);

function isPublicFour(address: readonly number[]): boolean {
  return !PRIVATE_FOUR.some(([block, bits]) => startsAlike(address, block, bits, 8));
}

/** Of 2000::/3 alone, without its blocks that hold other addresses, tunnels or examples. */
const PRIVATE_SIX = blocks('2001:0/23 2001:db8/32 2002/16 3fff:0/20', ':', 16);

function isPublicSix(text: string): boolean {
  const address = groupsOf(text);
  if (!startsAlike(address, [0x2000], 3, 16)) return false;
  return !PRIVATE_SIX.some(([block, bits]) => startsAlike(address, block, bits, 16));
}

/** The eight numbers of an IPv6 address as URL writes it: lower case, '::' at most once, no dots. */
function groupsOf(text: string): readonly number[] {
  const [before = [], after = []] = text
    .replace(/:{2}/, '|')
    .split('|')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))));
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

type Block = readonly [address: readonly number[], bits: number];

function blocks(text: string, separator: string, radix: number): readonly Block[] {
  return text.split(/\s+/).map((block) => {
    const [address = '', bits] = block.split('/');
    return [address.split(separator).map((part) => Number.parseInt(part, radix)), Number(bits)];
  });
}

/** Whether the first `bits` of two addresses are the same; each number has `width` of them. */
function startsAlike(
  address: readonly number[],
  block: readonly number[],
  bits: number,
  width: number,
): boolean {
  return block.every((number, index) => {
    const drop = Math.max(0, width - Math.max(0, bits - index * width));
    return (address[index] ?? 0) >> drop === number >> drop;
  });
}
