/** Verbs that a task begins with: "Call Rossi", "Send the quote". Matching is on the first word, in lower case. */
export const TASK_VERBS: ReadonlySet<string> = new Set(
  `add adjust agree align announce answer apply approve archive arrange ask assemble assign attach attend back backup bill
  book bring brief budget build buy calculate call cancel change charge chase check choose clarify clean clear close collect
  commission compare compile complete compose confirm connect contact convert copy correct create cut debug decide define
  deliver deploy describe design develop discuss draft draw edit email e-mail estimate evaluate examine expand export extend
  file fill finalise finalize find finish fix follow forward gather generate get give go hand hire implement import improve
  inform inspect install interview invite invoice issue join launch learn list log mail make measure meet mend merge migrate
  mock move negotiate note notify obtain offer open order organise organize outline pack paint pay phone photograph pick ping
  plan post prepare present print proofread propose prototype provide publish purchase push put quote raise read rebuild
  record redesign reduce refactor refine register release remind remove rename renew repair replace reply report request
  research reserve resend resize respond restart retouch return review revise ring run scan schedule select sell send set
  settle ship shoot show sign simplify sketch sort source speak start stop store submit summarise summarize switch take talk
  tell test text thank tidy train transfer translate try turn type update upgrade upload validate verify visit wait wash
  water wireframe withdraw write`.split(/\s+/u),
);

/** Words that ask. A sentence that begins with one is no task. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  `who whom whose what what's whats when where where's which why how is are was were am do does did has have had can could
  should would will shall may might any anything`.split(/\s+/u),
);

/** What is taken off the front of a question before its words are searched. */
export const SEARCH_LEAD =
  /^(?:(?:can|could|would) you |please )*(?:find|search(?: for)?|look up|look for|show(?: me)?|tell me|quote|open|get me)(?: (?:all|everything|anything))?(?: (?:notes?|records?|text))?(?: (?:about|on|for|with|that says?|mentioning))? /iu;
export const SEARCH_VERB = /^(?:please )?(?:find|search|look up|look for|show|tell me|quote|where)\b/iu;
