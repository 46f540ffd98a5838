import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/use-words.ts';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** sheet: rises from the bottom of a phone. */
  kind?: 'centre' | 'sheet';
  children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, kind = 'centre', children }: DialogProps) {
  const { t } = useWords();
  return (
    <ModalOverlay
      className={`overlay overlay--${kind}`}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="dialog">
        <AriaDialog>
          <div className="section__head">
            <Heading slot="title">{title}</Heading>
            <Button
              className="button button--quiet"
              onPress={onClose}
              aria-label={t('shell.words.close')}
            >
              <X aria-hidden />
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
