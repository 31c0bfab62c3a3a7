import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button.tsx';
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFoot } from '../../components/ui/Dialog.tsx';
import { FrameInput, InputFrame } from '../../components/ui/Input.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { findShortcuts } from './findShortcuts.ts';
import { allKeysOf, keysOf } from './shortcuts.ts';

/** Every shortcut by group, from the table that binds them. */
export function ShortcutSheet({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation('commands');
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={t('sheet.title')} className="top-[max(24px,8vh)] h-[min(680px,calc(100vh-48px))]">
        <Content />
      </DialogContent>
    </Dialog>
  );
}

function Content() {
  const { t } = useTranslation('commands');
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const groups = findShortcuts(
    text,
    (id) => t(`shortcut.${id}`),
    (group) => t(`group.${group}`),
  );
  const count = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  return (
    <>
      <div className="px-6 pb-3">
        <InputFrame className="h-8">
          <Search aria-hidden className="icon-14" />
          <FrameInput
            autoFocus
            type="search"
            value={typed}
            aria-label={t('sheet.search')}
            placeholder={t('sheet.search')}
            className="[&::-webkit-search-cancel-button]:hidden"
            onChange={(event) => setTyped(event.target.value)}
          />
        </InputFrame>
      </div>
      <DialogBody
        className="min-h-0 flex-1 content-start gap-5"
        tabIndex={0}
        role="region"
        aria-label={t('sheet.title')}
      >
        {groups.length === 0 ? <p className="text-muted-foreground">{t('sheet.none', { text })}</p> : null}
        {groups.map(({ group, ids }) => (
          <section key={group}>
            <h3 className="mb-1 flex h-8 items-center type-section font-semibold">{t(`group.${group}`)}</h3>
            <dl>
              {ids.map((id) => (
                <div key={id} className="flex min-h-8 items-center gap-4 border-t border-hairline py-1">
                  <dt className="min-w-0 flex-1">{t(`shortcut.${id}`)}</dt>
                  <dd className="flex flex-none items-center gap-2 type-meta text-muted-foreground">
                    {allKeysOf(id).map((keys, index) => (
                      <span key={keys} className="flex items-center gap-2">
                        {index === 0 ? null : t('sheet.or')}
                        <Kbd keys={keys} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogBody>
      <DialogFoot note={<span aria-live="polite">{text === '' ? t('sheet.note') : t('sheet.count', { count })}</span>}>
        <DialogClose asChild>
          <Button variant="outline">
            {t('sheet.close')} <Kbd keys={keysOf('paletteClose')} />
          </Button>
        </DialogClose>
      </DialogFoot>
    </>
  );
}
