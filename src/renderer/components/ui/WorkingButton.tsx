import { Button, type ButtonProps } from './Button.tsx';
import { cn } from '../../lib/cn.ts';

interface WorkingButtonProps extends Omit<ButtonProps, 'asChild'> {
  isWorking: boolean;
  /** What it says while it works: "Testing". */
  workingLabel: string;
}

/** A button that says that it works and keeps its width meanwhile. */
export function WorkingButton({ isWorking, workingLabel, children, disabled, onClick, ...props }: WorkingButtonProps) {
  return (
    <Button
      {...props}
      disabled={disabled}
      aria-disabled={isWorking}
      onClick={(event) => {
        if (isWorking) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <span className="grid justify-items-center">
        <span
          aria-hidden={isWorking}
          className={cn('col-start-1 row-start-1 inline-flex items-center gap-2', isWorking && 'invisible')}
        >
          {children}
        </span>
        <span aria-hidden={!isWorking} className={cn('col-start-1 row-start-1', !isWorking && 'invisible')}>
          {workingLabel}
        </span>
      </span>
    </Button>
  );
}
