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
  /** The words that name the project, in small letters and without accents; null where none is named. */
  readonly words: string | null;
}

/** What stands before a name, in any of the languages: "for the project", "nel progetto", "für das Projekt". */
const BEFORE_NAME =
  "(?:(?:in|for|to|under|on|about|within|of|per|di|del|della|nel|nella|su|sul|sulla|con|da|fur|fuer|bei|von|vom|zu|zum|zur|im|mit|uber|ueber|an)\\s+(?:(?:the|il|lo|la|i|gli|le|der|die|das|dem|den)\\s+|l')?|(?:dell|nell|sull|all|dall)')(?:(?:project|progetto|projekt)\\s+)?";
const WORD_MIN = 4;

/** Finds the project and the client that a sentence names: by whole name, by "for the <part of a name>", by a client's own word. */
export function readPlace(text: string, projects: readonly NamedProject[], clients: readonly Named[]): Place {
  const folded = fold(text);
  const whole = longest(projects.filter((project) => spellingIn(folded, spellingOf(project)) !== null));
  const named =
    whole === null ? projectByPart(folded, projects) : { project: whole, words: spellingIn(folded, spellingOf(whole)) };
  const client =
    longest(clients.filter((one) => spellingIn(folded, spellingOf(one)) !== null)) ?? clientByWord(folded, clients);
  const isSame = named !== null && client !== null && spellingOf(named.project).plain === spellingOf(client).plain;
  return { project: named?.project ?? null, client: isSame ? null : client, words: named?.words ?? null };
}

/** A sentence without the part that only says where, "in Wine shop" at its end or "for Wine shop:" at its beginning. */
export function withoutPlace(text: string, words: string): string {
  const name = `["“„]?${words.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}["”“]?(?:\\s+project)?`;
  const lead = new RegExp(String.raw`^\s*${BEFORE_NAME}${name}\s*[:,–-]\s*`, 'iu');
  const tail = new RegExp(
    String.raw`(?:[\s,–(-]*(?<![\p{L}\p{N}])${BEFORE_NAME}${name}|[\s,]*[#@]${name})(?=[\s).,;!?]*$)`,
    'iu',
  );
  return cut(cut(text, lead), tail);
}

/** The project that a task belongs to: the one that is named, or the only one of the client that is named. */
export function projectOfPlace(place: Place, projects: readonly NamedProject[]): NamedProject | null {
  if (place.project !== null) return place.project;
  if (place.client === null) return null;
  const [only, ...others] = projects.filter((project) => project.clientId === place.client?.id);
  return others.length === 0 ? (only ?? null) : null;
}

/** Small letters without accents, of every alphabet, each where it was: "Città" is found as "citta". */
function fold(text: string): string {
  return text.normalize('NFC').replaceAll(/[^a-z0-9\s]/gu, (letter) => {
    const plain = (letter.normalize('NFD')[0] ?? letter).toLowerCase();
    return letter === '’' ? "'" : plain.length === letter.length ? plain : letter;
  });
}

function cut(text: string, pattern: RegExp): string {
  const whole = text.normalize('NFC');
  const match = pattern.exec(fold(whole));
  return match === null ? whole : whole.slice(0, match.index) + whole.slice(match.index + match[0].length);
}

/** How a name may be written, and the words in it that tell it from others. */
interface Spelling {
  readonly plain: string;
  /** With "ue" for "ü", where it has one. */
  readonly spelt: string | null;
  readonly words: readonly Spelling[];
}

/** A message of many lines is read with the same names again and again. */
const spellings = new WeakMap<Named, Spelling>();

function spellingOf(named: Named): Spelling {
  const known = spellings.get(named);
  if (known !== undefined) return known;
  const words = named.name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word.length >= WORD_MIN);
  const made = {
    ...spell(named.name),
    words: words.map((word) => ({ ...spell(word), words: [] })).filter(({ plain }) => !COMMON.has(plain)),
  };
  spellings.set(named, made);
  return made;
}

function spell(name: string): Pick<Spelling, 'plain' | 'spelt'> {
  const plain = fold(name);
  const spelt = fold(name.replaceAll(/[äöü]/giu, (letter) => `${letter.normalize('NFD')[0] ?? ''}e`));
  return { plain, spelt: spelt === plain ? null : spelt };
}

/** How a name is written in a text: as it is, without accents, or with "ue" for "ü". null where it is not in it. */
function spellingIn(folded: string, { plain, spelt }: Spelling): string | null {
  if (indexOfWords(folded, plain) !== -1) return plain;
  return spelt !== null && indexOfWords(folded, spelt) !== -1 ? spelt : null;
}

function longest<Item extends Named>(items: readonly Item[]): Item | null {
  return items.reduce<Item | null>(
    (best, item) => (best === null || item.name.length > best.name.length ? item : best),
    null,
  );
}

/** Where `name` stands in `text` as whole words, or -1. Both folded. */
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

const PART = new RegExp(String.raw`(?:(?<![\p{L}\p{N}])${BEFORE_NAME}|[#@])([\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+)?)`, 'gu');

/** "for the dashboard": the one project whose name holds all these words. */
function projectByPart(
  folded: string,
  projects: readonly NamedProject[],
): { project: NamedProject; words: string } | null {
  const matches = new Map<NamedProject, string>();
  for (const [, words = ''] of folded.matchAll(PART)) {
    for (const part of [words, words.split(' ')[0] ?? '']) {
      if (part.length < WORD_MIN) continue;
      const [only, ...others] = projects.filter((project) => indexOfWords(spellingOf(project).plain, part) !== -1);
      if (only !== undefined && others.length === 0 && !matches.has(only)) matches.set(only, part);
    }
  }
  const [first, ...others] = matches;
  return first === undefined || others.length > 0 ? null : { project: first[0], words: first[1] };
}

/** "call Rossi": the one client with this word in the name. */
function clientByWord(folded: string, clients: readonly Named[]): Named | null {
  const matches = clients.filter((client) =>
    spellingOf(client).words.some((word) => spellingIn(folded, word) !== null),
  );
  const [only, ...others] = matches;
  return others.length === 0 ? (only ?? null) : null;
}

/** Words of company names that say nothing about which. */
const COMMON = new Set(
  `studio group company design agency media digital solutions services consulting partners limited gmbh legal legale office
  house ufficio casa societa agenzia gruppo servizi consulenza buro buero kanzlei haus firma gruppe agentur dienste`.split(
    /\s+/u,
  ),
);
