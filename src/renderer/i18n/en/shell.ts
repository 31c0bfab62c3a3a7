export const shell = {
  windowTitle: '{{title}} · Adiuva',
  ask: 'Ask',
  search: 'Search',
  collapse: 'Collapse the sidebar',
  expand: 'Expand the sidebar',
  navigation: 'Main',
  pinned: 'Pinned',
  skipToContent: 'Skip to the content',
  nav: {
    home: 'Home',
    tasks: 'Tasks',
    projects: 'Projects',
    notes: 'Notes',
    activity: 'Activity',
    settings: 'Settings',
  },
  workspaceUnnamed: 'My workspace',
  workspaceNamed: 'Workspace {{name}}: where it lies',
  connection: {
    lost: 'The connection to Adiuva is lost. It is tried again by itself; what you typed stays here.',
    refused:
      'Adiuva was started again and does not know this window. Open it from the link that it printed; what you typed stays here until then.',
    retry: 'Try now',
  },
  notices: {
    corruptMovedAside:
      'The workspace database was damaged. It was moved aside to {{movedTo}}, and a new one was begun. Nothing was overwritten.',
    draftsRecovered_one:
      'Adiuva did not end in the usual way last time. One note was recovered from what you had typed.',
    draftsRecovered_other:
      'Adiuva did not end in the usual way last time. {{count}} notes were recovered from what you had typed.',
    draftKeptAsCopy:
      'A note had been changed elsewhere before your typing was saved. Your text is kept as “{{title}}”.',
  },
} as const;
