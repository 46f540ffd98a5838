import { ChevronDown, User } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { signOut, type Me } from '../api/session.ts';
import { useWords } from '../i18n/use-words.ts';

export interface NavLinkItem {
  to: string;
  title: string;
}

/** On a phone it holds the main links, too. */
export function AccountMenu({ me, links }: { me: Me; links: readonly NavLinkItem[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const name = me.displayName ?? me.account;
  const act = (key: string) => {
    if (key === 'sign-out') void signOut();
    else void navigate(key);
  };
  return (
    <MenuTrigger>
      <Button
        className="button button--quiet account"
        aria-label={t('shell.nav.account', { name })}
      >
        <User className="account__icon" aria-hidden />
        <span className="account__name">{name}</span>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => act(String(key))}>
          {links.map(({ to, title }) => (
            <MenuItem key={to} id={to} className="menu__item">
              {title}
            </MenuItem>
          ))}
          <MenuItem id="/account/password" className="menu__item">
            {t('signIn.changeTitle')}
          </MenuItem>
          <MenuItem id="sign-out" className="menu__item">
            {t('shell.nav.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
