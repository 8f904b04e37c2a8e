type Environment = Readonly<Record<string, string | undefined>>;
export type Configuration = Readonly<Record<string, unknown>>;

export function configuration(environment: Environment, platform: string): Configuration;
export default function ofThisMachine(): Configuration;
