export const tasks = {
  title: 'Tasks',
  complete: 'Complete',
  reopen: 'Reopen',
  toggleNamed: '{{action}}: {{title}}',
  newTask: 'New task',
  toast: {
    created: '“{{title}}” added',
    completed: '“{{title}}” completed',
    reopened: '“{{title}}” is to do again',
    deleted: '“{{title}}” deleted',
  },
} as const;
