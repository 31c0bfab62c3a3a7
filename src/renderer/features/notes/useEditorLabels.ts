import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorLabels } from '../../editor/editorLabels.ts';

/** The catalogue's words for the editor. */
export function useEditorLabels(): EditorLabels & { readonly plainPlaceholder: string } {
  const { t } = useTranslation('notes');
  return useMemo(
    () => ({
      text: t('editor.label'),
      task: t('editor.task'),
      placeholder: t('editor.placeholder'),
      plainPlaceholder: t('editor.plainPlaceholder'),
      linkPlaceholder: t('editor.link.placeholder'),
      imageNamed: (alt) => (alt === '' ? t('editor.image') : t('editor.imageNamed', { alt })),
      table: t('editor.table', { returnObjects: true }),
      toolbar: t('editor.toolbar', { returnObjects: true }),
      slash: t('editor.slash', { returnObjects: true }),
    }),
    [t],
  );
}
