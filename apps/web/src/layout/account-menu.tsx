import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { signOut, type Me } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';

export function AccountMenu({ me }: { me: Me }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const act = (key: string) => {
    if (key === 'sign-out') void signOut();
    else void navigate(key);
  };
  return (
    <MenuTrigger>
      <Button
        className="button button--quiet account"
        aria-label={t('shell.nav.account', { name: me.displayName })}
      >
        <span className="account__name">{me.displayName}</span>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => act(String(key))}>
          {me.person && (
            <MenuItem id="/home" className="menu__item">
              {t('shell.nav.home')}
            </MenuItem>
          )}
          {me.person && (
            <MenuItem id="/certificates" className="menu__item">
              {t('shell.nav.certificates')}
            </MenuItem>
          )}
          <MenuItem id="sign-out" className="menu__item">
            {t('shell.nav.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
