interface About {
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly parts: readonly { name: string; version: string; licence: string; text: string }[];
}
export function licencesAsText(about: About): string;
