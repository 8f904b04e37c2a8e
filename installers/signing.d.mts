export function signing(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): { isSigned: boolean; suffix: string };
