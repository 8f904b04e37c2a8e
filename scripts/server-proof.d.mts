/** Names of the headers that ask for a proof and carry it. */
export const CHALLENGE: string;
export const PROOF: string;

export function secretOf(root: string): string | undefined;

export function proofFor(
  secret: string | undefined,
  port: number,
  challenge: string | undefined,
): string | undefined;

export function serverAt(
  port: number,
  secret: string | undefined,
): Promise<{ name: string | undefined; isOurs: boolean }>;
