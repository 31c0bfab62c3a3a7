export const taskPanel = {} as const;
