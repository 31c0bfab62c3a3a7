/** A language in which the assistant understands and answers without a model. */
export type LanguageCode = 'en' | 'it' | 'de';

/** Days that a question looks back or ahead to, beyond those that a task can be due on. */
export interface SpanWords {
  readonly thisWeek: RegExp;
  readonly nextWeek: RegExp;
  readonly lastWeek: RegExp;
  readonly thisMonth: RegExp;
  readonly nextMonth: RegExp;
  readonly lastMonth: RegExp;
  readonly yesterday: RegExp;
  readonly dayBeforeYesterday: RegExp;
  /** Groups `n` and `unit`, of which the first letter tells days from weeks. */
  readonly nextDays: RegExp;
  readonly lastDays: RegExp;
  /** "Last Monday": the word beside the weekday. */
  readonly last: RegExp;
  /** "By Friday" asks for what is due until then. */
  readonly until: RegExp;
  /** "The tasks of tomorrow": what stands between a question and its day. */
  readonly of: RegExp;
}

/** What lists are asked for by. */
export interface ListWords {
  /** What a list may begin with when it is asked for without a question: "overdue tasks". */
  readonly start: RegExp;
  readonly overdue: RegExp;
  /** Asks for something else of what is due or late: when, who, where. */
  readonly other: RegExp;
  /** After `overdue`: "… and what comes next". */
  readonly alsoNext: RegExp;
  readonly changes: RegExp;
  readonly done: RegExp;
  readonly checkpoints: RegExp;
  readonly suggestions: RegExp;
  readonly brief: RegExp;
  readonly due: RegExp;
  /** With `due` and no day: what comes in the next days. */
  readonly ahead: RegExp;
  readonly open: RegExp;
  /** Asks for tasks, not for what a record says. */
  readonly forTasks: RegExp;
}

/**
 * The words of one language by which messages are understood. Patterns are matched with text as `foldLetters` gives it:
 * without accents and with straight apostrophes. So "e" is also "è", and "ü" is written "u|ue".
 */
export interface Wording {
  readonly language: LanguageCode;
  /** Small words that tell the language from the others. A word of two languages is in both lists. */
  readonly marks: ReadonlySet<string>;
  /** Verbs that a task begins with: "Call Rossi". */
  readonly verbs: ReadonlySet<string>;
  /** Forms that the list of verbs does not have, and what they are forms of: "chiamarlo", "anzurufen". */
  readonly verbForms: readonly { readonly pattern: RegExp; readonly plain: string }[];
  /** The verb may also stand last: "Rossi anrufen". */
  readonly hasVerbLast: boolean;
  /** A verb with "zu" inside it, the part before that as a group: "anzurufen". null where there is none. */
  readonly zuVerb: RegExp | null;
  /** Words that ask. A sentence that begins with one is no task. */
  readonly questionWords: ReadonlySet<string>;
  /** What a statement goes on with after its date, "tomorrow is a holiday": no task. */
  readonly states: RegExp;
  /** What is said before anything is asked for. */
  readonly polite: RegExp;
  readonly checkpointLead: RegExp;
  /** What asks for a task in words: "remind me to". */
  readonly taskLeads: readonly RegExp[];
  /** What says that something is to be done, but asks it where a question mark follows: "devo chiamare Rossi?" */
  readonly needLeads: readonly RegExp[];
  /** Words of a lead that stand at the end: "… hinzufügen". */
  readonly leadEnd: RegExp;
  /** What a title does not begin with after a lead: "to call". */
  readonly titleStart: RegExp;
  /** What a title does not end with once its date is out. */
  readonly titleEnd: RegExp;
  /** Between the tasks of one sentence. */
  readonly and: string;
  readonly hello: RegExp;
  readonly thanks: RegExp;
  readonly help: RegExp;
  /** Asks for something to be added, maybe without saying what. */
  readonly asksToAdd: RegExp;
  /** "Plan the launch", "break it down": a goal for the planner. */
  readonly breaksDown: RegExp;
  /** "Plan my week". */
  readonly plan: RegExp;
  readonly week: RegExp;
  /** Asks for what only a model can think of. */
  readonly ideas: RegExp;
  /** On a record: asks for the tasks in it, for what else is about it, for what it says. */
  readonly tasksWithin: RegExp;
  readonly related: RegExp;
  readonly about: RegExp;
  /** What is taken off the front of a question before its words are searched. */
  readonly searchLead: RegExp;
  readonly searchVerb: RegExp;
  /** Words that say nothing about what is looked for. The search itself knows those of English. */
  readonly stopWords: ReadonlySet<string>;
  readonly lists: ListWords;
  readonly spans: SpanWords;
  /** Things of a project: a question about them is the project agent's. */
  readonly work: RegExp;
}

/** Words as a set, from lines of them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}
