/** What a project or client is called, as sentences are matched against it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface NamedProject extends Named {
  readonly clientId: string | null;
}

/** Where something belongs, as far as a sentence names it. */
export interface Place {
  readonly project: NamedProject | null;
  readonly client: Named | null;
  /** The words that name the project; null where none is named. */
  readonly words: string | null;
}

const PLACE_WORD = '(?:in|for|to|under|on|about|within|of)';
const WORD_MIN = 4;

/** Finds the project and the client that a sentence names: by whole name, by "for the <part of a name>", by a client's own word. */
export function readPlace(text: string, projects: readonly NamedProject[], clients: readonly Named[]): Place {
  const lower = text.toLowerCase();
  const whole = longest(projects.filter(({ name }) => indexOfWords(lower, name.toLowerCase()) !== -1));
  const named = whole === null ? projectByPart(lower, projects) : { project: whole, words: whole.name };
  const client =
    longest(clients.filter(({ name }) => indexOfWords(lower, name.toLowerCase()) !== -1)) ??
    clientByWord(lower, clients);
  const isSame = named !== null && client !== null && named.project.name.toLowerCase() === client.name.toLowerCase();
  return { project: named?.project ?? null, client: isSame ? null : client, words: named?.words ?? null };
}

/** A sentence without the part that only says where, "in Wine shop" at its end or "for Wine shop:" at its beginning. */
export function withoutPlace(text: string, words: string): string {
  const name = `["“]?${words.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}["”]?`;
  const lead = new RegExp(
    String.raw`^\s*${PLACE_WORD}\s+(?:the\s+)?(?:project\s+)?${name}(?:\s+project)?\s*[:,–-]\s*`,
    'iu',
  );
  const tail = new RegExp(
    String.raw`(?:[\s,–(-]*(?<![\p{L}\p{N}])${PLACE_WORD}\s+(?:the\s+)?(?:project\s+)?${name}(?:\s+project)?|[\s,]*[#@]${name})(?=[\s).,;!?]*$)`,
    'iu',
  );
  return text.replace(lead, '').replace(tail, '');
}

/** The project that a task belongs to: the one that is named, or the only one of the client that is named. */
export function projectOfPlace(place: Place, projects: readonly NamedProject[]): NamedProject | null {
  if (place.project !== null) return place.project;
  if (place.client === null) return null;
  const [only, ...others] = projects.filter((project) => project.clientId === place.client?.id);
  return others.length === 0 ? (only ?? null) : null;
}

function longest<Item extends Named>(items: readonly Item[]): Item | null {
  return items.reduce<Item | null>(
    (best, item) => (best === null || item.name.length > best.name.length ? item : best),
    null,
  );
}

/** Where `name` stands in `text` as whole words, or -1. Both in lower case. */
function indexOfWords(text: string, name: string): number {
  if (name === '') return -1;
  for (let from = 0; ;) {
    const index = text.indexOf(name, from);
    if (index === -1) return -1;
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(text.slice(0, index)) && !/^[\p{L}\p{N}]/u.test(text.slice(index + name.length));
    if (isWhole) return index;
    from = index + 1;
  }
}

/** "for the dashboard": the one project whose name holds all these words. */
function projectByPart(
  lower: string,
  projects: readonly NamedProject[],
): { project: NamedProject; words: string } | null {
  const pattern = new RegExp(
    String.raw`(?:\b${PLACE_WORD}(?: the)?(?: project)? |[#@])([\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+)?)`,
    'gu',
  );
  const matches = new Map<NamedProject, string>();
  for (const [, words = ''] of lower.matchAll(pattern)) {
    for (const part of [words, words.split(' ')[0] ?? '']) {
      if (part.length < WORD_MIN) continue;
      const [only, ...others] = projects.filter(({ name }) => indexOfWords(name.toLowerCase(), part) !== -1);
      if (only !== undefined && others.length === 0 && !matches.has(only)) matches.set(only, part);
    }
  }
  const [first, ...others] = matches;
  return first === undefined || others.length > 0 ? null : { project: first[0], words: first[1] };
}

/** "call Rossi": the one client with this word in the name. */
function clientByWord(lower: string, clients: readonly Named[]): Named | null {
  const matches = clients.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.length >= WORD_MIN && !COMMON.has(word) && indexOfWords(lower, word) !== -1),
  );
  const [only, ...others] = matches;
  return others.length === 0 ? (only ?? null) : null;
}

/** Words of company names that say nothing about which. */
const COMMON = new Set(
  'studio group company design agency media digital solutions services consulting partners limited gmbh legal office house'.split(
    ' ',
  ),
);
