/** The box of 16 px that is seen; what is hit around it has 24. */
export const checkBox = 'grid size-4 flex-none place-items-center rounded-[5px] border-[1.5px] border-input';

export const checkBoxTicked = 'border-text-slate bg-text-slate text-surface';
