import { type Wording, wordSet } from './wording.ts';

export const english: Wording = {
  language: 'en',
  marks: wordSet(`
    the and or but if so as of to on in at by for with without from into about after before since until till than then
    this that these those is are was were be been am my me mine we us our you your he she it its they them their there here
    what what's whats which who who's whom whose when where where's why how do does did done doing have has had can could should
    would will shall may might must not don't dont no any anything some something all every each also please
    today tomorrow tonight yesterday morning afternoon evening noon day days week weeks weekend month months year years
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august october december
    next last past ago due overdue late open pending done left finished changed new upcoming waiting approval behind missed
    tasks notes projects clients suggestions suggestion things work summary summarise summarize said say says wrote written
    find search show list tell give look add create remind remember forget need want got ought
    high low medium priority urgent urgently important asap
    hi hello thanks thank help good per come`),
  verbs: wordSet(`
    add adjust agree align announce answer apply approve archive arrange ask assemble assign attach attend back backup bill
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
    water wireframe withdraw write`),
  verbForms: [],
  hasVerbLast: false,
  zuVerb: null,
  questionWords: wordSet(`
    who whom whose what what's whats when where where's which why how is are was were am do does did has have had can could
    should would will shall may might any anything`),
  states: /^(?:is|are|was|were|will be)\b/iu,
  polite: /^(?:(?:ok|okay|hey|hi|hello|please|and|then|also|so|to)\b[\s,]*)+/iu,
  checkpointLead:
    /^(?:(?:can you |could you |i (?:need|want) to )?(?:add|create|make|set(?: up)?|new|put|suggest|propose|plan|schedule)\s+)?(?:me\s+)?(?:an?\s+|the\s+)?(?:new\s+)?(?:checkpoint|milestone)\b(?:\s+(?:called|named|titled|for|to)\b)?\s*:?\s*/iu,
  taskLeads: [
    /^(?:can you |could you )?(?:please )?remind me\s+(?:that |about |of |to )?/iu,
    /^(?:can you |could you |i (?:need|want) to )?(?:please )?(?:add|create|make|new|put|note|suggest|propose|schedule|set)\s+(?:me\s+)?(?:an?\s+|the\s+)?(?:new\s+)?(?:(?:high|medium|low)[\s-]priority\s+)?(?:task|to-?do|reminder)s?\b(?:\s+(?:called|named|titled|for me|to|that says)\b)?\s*:?\s*/iu,
    /^(?:please )?(?:add|task|to-?do|reminder|note to self)\s*:\s*/iu,
    /^to-?do\s+(?!lists?\b|for\b|today\b|tomorrow\b|this\b|next\b|on\b|by\b)(?=[a-z])/iu,
    /^(?:don't|do not|dont) (?:let me )?forget\s+(?:to\s+)?/iu,
    /^(?:i )?must not forget\s+(?:to\s+)?/iu,
    /^remember\s+(?:to\s+)?/iu,
  ],
  needLeads: [
    /^(?:i|we)(?:'ll| will)? (?:need to|have to|must|should|want to|ought to|gotta|got to|am going to|'m going to)\s+/iu,
    /^(?:i|we)'ve got to\s+/iu,
    /^(?:need to|have to|gotta|got to)\s+/iu,
  ],
  leadEnd: /(?!)/u,
  titleStart: /^(?:to|that|about)\s+/iu,
  titleEnd: /\s+(?:and|on|by|at|due|until|for)$/iu,
  and: 'and',
  hello: /^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: (?:there|adiuva))?[\s!.?,]*$/iu,
  thanks:
    /^(?:(?:ok|great|perfect|cool|super)[\s,!]+)?(?:many )?(?:thanks|thank you|thx|cheers)(?: (?:a lot|so much|very much))?[\s!.]*$/iu,
  help: /^(?:help(?: me)?|what can (?:you|i) (?:do|ask)(?: here)?|how (?:do|can) (?:you|i) (?:work|help me|use (?:you|this))|who are you|what are you|how does this work)[\s!.?]*$/iu,
  asksToAdd: /^\s*(?:please )?(?:add|create|make|new|remind|schedule|set|suggest|propose|plan)\b/iu,
  breaksDown:
    /^\s*(?:please )?(?:plan\b|(?:make|create|draw up|suggest) (?:me )?a plan\b|break\b.*\b(?:down|into)\b)/iu,
  plan: /^(?:please )?(?:help me )?(?:to )?plan (?:my|the|this) (?:day|week|today)\b/iu,
  week: /\bweek\b/iu,
  ideas:
    /^(?:(?:please|can you|could you|i need you to)\s+)*(?:help me (?:to )?(?:plan|with|organi[sz]e|prepare|think|get)|(?:suggest|propose|give me|think of|make|create|add|find|brainstorm|generate)\s+(?:me\s+)?(?:(?:some|a|few|the|more|new|good|possible|next|first|one|two|three|four|five|\d+)\s+){0,3}(?:ideas|tasks|to-?dos|next steps|steps|checkpoints|milestones|a plan)\b|break (?:it |this |.{1,60} )?down|brainstorm\b|plan (?:my|the|this) (?:project|month)\b)/iu,
  tasksWithin:
    /\b(?:suggest|propose|make|create|extract|find|add|pull|get|turn)\b.*\b(?:tasks?|to-?dos?|action items?|actions|next steps)\b.*\b(?:from|in|of|with)\b.*\b(?:this|here|the (?:note|task|project))\b|\bbreak (?:this|it|the task)\b/iu,
  related: /\b(?:other|related|similar|more|which) (?:notes?|records?|tasks?)\b.*\b(?:this|it|here)\b/iu,
  about:
    /^(?:please )?(?:summari[sz]e|sum up|shorten|explain|describe|read|show|quote)(?: me)? (?:this|it)\b|^(?:what|tell me|who|when)\b.*\b(?:this (?:note|task|project|client)|about (?:this|it))\b/iu,
  searchLead:
    /^(?:(?:can|could|would) you |please )*(?:find|search(?: for)?|look up|look for|show(?: me)?|tell me|quote|open|get me|summari[sz]e|sum up)(?: (?:all|everything|anything))?(?: (?:notes?|records?|text))?(?: (?:about|on|for|with|that says?|mentioning))? /iu,
  searchVerb: /^(?:please )?(?:find|search|look up|look for|show|tell me|quote|where|summari[sz]e|sum up)\b/iu,
  stopWords: new Set(),
  lists: {
    start:
      /^(?:(?:please )?(?:list|show|tell|give)\b|(?:my |the |all |any |today's |tomorrow's |this week's )*(?:overdue|late|due|open|upcoming|next|pending|agenda|to-?dos?|tasks?|checkpoints?|milestones?|suggestions|deadlines?|schedule(?! (?:an?|the|with|[a-z]+ with)\b)|daily brief|brief)\b)/iu,
    other: /^(?:when|who|whose|whom|where|why)\b/iu,
    overdue: /\b(?:overdue|past due|late|behind|missed|at risk)\b/iu,
    alsoNext: /\b(?:and|then)\b.*\b(?:next|coming|ahead|due)\b/iu,
    changes: /\b(?:what|anything)(?: has|'s| is)? (?:changed|new)\b|\bchanges since\b|\bwhat happened\b/iu,
    done: /\b(?:(?:did|have|'ve) (?:i|we) (?:do|done|finish|finished|complete|completed|get done|achieve|achieved|work(?:ed)? on)|(?:was|were|got|been) (?:done|finished|completed)|(?:finished|completed|done) (?:tasks?|last|this|yesterday|today))\b/iu,
    checkpoints: /\b(?:checkpoints?|milestones?)\b/iu,
    suggestions:
      /\bsuggestions?\b|\bpending\b.*\bapprov|\bwait(?:s|ing)? for (?:my )?approval\b|\b(?:to|should i|must i|can i) approve\b/iu,
    brief:
      /^(?:(?:show|give|read|make|write)(?: me)? )?(?:my |the |a |today's )*(?:daily )?brief(?:ing)?(?: me)?(?: (?:for|of|on) .*| please| today)?[\s.!?]*$|\bsum(?:mary|marise|marize)(?: of)? (?:my |the )?(?:day|today)\b/iu,
    due: /\b(?:due|deadlines?|agenda|schedule(?:d)?|to-?dos?|on my plate|planned|coming up|up next|(?:have|need|got|should|must) (?:i |we )?(?:to )?(?:do|on)\b|(?:do|should|must|can) (?:i|we) (?:have|need|do|start|work)|what'?s (?:next|on|up)|what is (?:next|on|up)|what (?:am i|are we) doing)/iu,
    ahead: /\b(?:upcoming|coming up|next|ahead)\b/iu,
    open: /(?:\b(?:is|are)|'s) (?:still )?(?:left|open|unfinished|outstanding)\b|\b(?:open|unfinished|remaining|left|all|outstanding) (?:tasks?|to-?dos?|work)\b|\btasks?\b(?! (?:about|that|mention))/iu,
    forTasks:
      /\b(?:tasks?|to-?dos?|work)\b|^(?:and )?(?:what|anything|how)(?:'s)? (?:about|is|are|there|do|on|for|left|open)\b|^and (?:on |for )?(?:today|tomorrow|tonight|next week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu,
  },
  spans: {
    thisWeek: /\bthis week\b/iu,
    nextWeek: /\bnext week\b/iu,
    lastWeek: /\b(?:last|the past) week\b/iu,
    thisMonth: /\bthis month\b/iu,
    nextMonth: /\bnext month\b/iu,
    lastMonth: /\blast month\b/iu,
    yesterday: /\b(?:yesterday|last night)\b/iu,
    dayBeforeYesterday: /\bday before yesterday\b/iu,
    nextDays: /\b(?:next|coming) (?<n>\d{1,2}) (?<unit>days?|weeks?)\b/iu,
    lastDays: /\b(?:last|past) (?<n>\d{1,2}) (?<unit>days?|weeks?)\b/iu,
    last: /\b(?:last|past|previous)\b/giu,
    until: /^(?:due )?(?:by|until|till|before)\b/iu,
    of: /\b(?:of|from|since)(?= )|^and(?= )/giu,
  },
  work: /\b(?:tasks?|to-?dos?|checkpoints?|milestones?|deadlines?|due|overdue|remind|plan|schedule|project|clients?)\b/iu,
};
