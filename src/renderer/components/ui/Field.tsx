import { Label as RadixLabel } from 'radix-ui';
import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from '../../lib/cn.ts';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** One sentence under the field; the field's edge turns. */
  error?: string | undefined;
  /** The label is there for screen readers only. */
  isLabelHidden?: boolean;
  className?: string;
  /** Spread these on the input. */
  children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean | undefined;
  }) => ReactNode;
}

/** A label, one control, and below it what is wrong or what helps. */
export function Field({ label, hint, error, isLabelHidden = false, className, children }: FieldProps) {
  const id = useId();
  const describedBy = error === undefined ? (hint === undefined ? undefined : `${id}-hint`) : `${id}-error`;
  return (
    <div className={cn('grid content-start gap-1', className)}>
      <RadixLabel.Root htmlFor={id} className={isLabelHidden ? 'sr-only' : 'type-meta text-muted-foreground'}>
        {label}
      </RadixLabel.Root>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error === undefined ? undefined : true })}
      {error === undefined ? (
        hint !== undefined && (
          <p id={`${id}-hint`} className="type-meta text-muted-foreground">
            {hint}
          </p>
        )
      ) : (
        <FieldError id={`${id}-error`}>{error}</FieldError>
      )}
    </div>
  );
}

/** The line under a field that is wrong. */
export function FieldError({ id, className, children }: { id?: string; className?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className={cn('flex items-start gap-1.5 type-meta text-destructive', className)}>
      <TriangleAlert aria-hidden className="icon-14 mt-px" />
      <span>{children}</span>
    </p>
  );
}
