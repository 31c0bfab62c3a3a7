/** The look that the chat's send and stop buttons share. */
export const sendButton = 'grid size-8 flex-none place-items-center rounded-md transition-state';
