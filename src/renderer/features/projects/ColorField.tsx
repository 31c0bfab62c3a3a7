import { RadioGroup } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { colorSchema, type Color } from '../../../contracts/text.ts';
import { projectColor } from '../../components/ui/Swatch.tsx';
import { cn } from '../../lib/cn.ts';

const COLORS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface ColorFieldProps {
  value: number;
  onChange: (color: Color) => void;
  /** As the swatches of the list: a project's is a rounded square, a client's a circle. */
  shape: 'project' | 'client';
}

/** One of the eight colours. Arrows move. */
export function ColorField({ value, onChange, shape }: ColorFieldProps) {
  const { t } = useTranslation(['projects', 'common']);
  return (
    <div className="grid content-start gap-1">
      <span className="type-meta text-muted-foreground">{t('form.color')}</span>
      <RadioGroup.Root
        aria-label={t('form.color')}
        value={String(value)}
        onValueChange={(next) => onChange(colorSchema.parse(Number(next)))}
        className="-ml-1 flex h-(--control) items-center"
      >
        {COLORS.map((color) => (
          <RadioGroup.Item
            key={color}
            value={String(color)}
            aria-label={t('common:swatch', { number: color })}
            className="group grid size-8 place-items-center rounded-md focus-inset"
          >
            <span
              className={cn(
                'size-5 outline-offset-2 group-data-[state=checked]:outline-2 group-data-[state=checked]:outline-text-slate',
                shape === 'project' ? 'rounded-sm' : 'rounded-full',
              )}
              style={{ backgroundColor: projectColor(color) }}
            />
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
