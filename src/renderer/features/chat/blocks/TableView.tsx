import { useTranslation } from 'react-i18next';
import type { TableCell } from '../../../../contracts/block.ts';
import { decimalsOf, formatCell, isNumeric } from './cells.ts';

interface TableViewProps {
  title?: string | undefined;
  /** It is to be read above the table already. */
  hasTitleAbove?: boolean;
  columns: readonly string[];
  rows: readonly (readonly TableCell[])[];
}

/** A table that scrolls within itself; figures stand at the end of their column. */
export function TableView({ title, hasTitleAbove = false, columns, rows }: TableViewProps) {
  const { t } = useTranslation('blocks');
  const formats = columns.map((_, index) => {
    const cells = rows.map((row) => row[index] ?? null);
    return { className: isNumeric(cells) ? 'block-figure' : undefined, decimals: decimalsOf(cells) };
  });
  return (
    <div className="answer-table block-table" tabIndex={0} role="group" aria-label={title ?? t('table.label')}>
      <table>
        {title === undefined ? null : (
          <caption dir="auto" className={hasTitleAbove ? 'sr-only' : undefined}>
            {title}
          </caption>
        )}
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" dir="auto" className={formats[index]?.className}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={number}>
              {row.map((cell, index) => (
                <td key={index} dir="auto" className={formats[index]?.className}>
                  {formatCell(cell, formats[index]?.decimals ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
