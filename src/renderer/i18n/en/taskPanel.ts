export const taskPanel = {
  changed: 'Change of “{{title}}”',
  labels: {
    add: 'Add label',
    find: 'Find or create a label',
    remove: 'Remove the label {{word}}',
  },
  assignees: {
    name: 'Assigned',
    add: 'Assign',
    find: 'Find or write a name',
    remove: 'Take {{word}} off this task',
  },
  blockers: {
    name: 'Blocked by',
    add: 'Add a task to wait for',
    find: 'Find a task',
    nothing: 'No open task matches',
    remove: 'No longer wait for “{{title}}”',
    waiting: 'Blocks',
  },
  checklist: {
    label: 'Checklist',
    progress: '{{done}} of {{total}}',
    rewritten: 'This line was rewritten elsewhere meanwhile, so its box was not ticked.',
  },
  comments: {
    preview: 'Preview',
    write: 'Go on writing',
  },
  link: {
    copy: 'Copy link',
    copied: 'Link copied',
    refused: 'The link could not be copied',
  },
  menu: {
    duplicate: 'Duplicate',
    duplicated: '“{{title}}” duplicated',
    moveToTop: 'Move to top',
    onTop: '“{{title}}” is the first one now',
  },
  dates: {
    created: 'Created {{created}}',
    completed: 'Created {{created}}, completed {{completed}}',
  },
} as const;
