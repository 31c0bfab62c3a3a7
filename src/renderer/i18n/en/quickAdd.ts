export const quickAdd = {
  newTask: 'New task',
  placeholder: 'Add a task: call Rossi tomorrow at 10, high',
  example: 'Call Rossi tomorrow at 10 !high #calls @project',
  added: '“{{title}}” added',
  projects: 'Projects',
  labels: 'Labels',
  add: 'Add',
  addAndOpen: 'Add and open',
  close: 'Close',
  ignore: {
    date: 'This is not its date',
    priority: 'This is not its priority',
    project: 'This is not its project',
    repeat: 'This is not how it repeats',
    label: '“{{label}}” is not a label',
  },
} as const;
