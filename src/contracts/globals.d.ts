// Contracts run in Node and in the browser, so their program has neither's types. This is what both have.
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  readonly hash: string;
  readonly search: string;
  readonly href: string;
}
